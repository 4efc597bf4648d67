package io.github.temporalgateway.security;

import java.util.List;

/** The configuration would let anyone in, or names a way of letting in that there isn't. */
final class InsecureStartException extends RuntimeException {

  private final String action;

  private InsecureStartException(String message, String action) {
    super(message);
    this.action = action;
  }

  static InsecureStartException unsecuredAddress(String address) {
    return new InsecureStartException(
        "server.address is "
            + address
            + ", which other machines reach, but no gateway.security.mode is set.",
        "Write gateway.security.mode=none to let every caller do everything, or remove"
            + " server.address to listen on loopback only.");
  }

  static InsecureStartException unknownMode(List<String> modes) {
    return new InsecureStartException(
        "gateway.security.mode is " + modes + ", which this version does not have.",
        "Set gateway.security.mode to none, or remove it to listen on loopback only.");
  }

  String action() {
    return action;
  }
}
