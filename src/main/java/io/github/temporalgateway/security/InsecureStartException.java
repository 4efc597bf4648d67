package io.github.temporalgateway.security;

/** The configuration would let anyone in, or could let nobody in. */
public final class InsecureStartException extends RuntimeException {

  private final String action;

  /**
   * Names what is wrong.
   *
   * @param sentence which setting is wrong, and how
   * @param action what to do about it
   */
  public InsecureStartException(String sentence, String action) {
    super(sentence);
    this.action = action;
  }

  static InsecureStartException unsecuredAddress(String setting, String address) {
    return new InsecureStartException(
        setting
            + " is "
            + address
            + ", which other machines reach, but no gateway.security.mode is set.",
        "Set gateway.security.mode to jwt, api-key or mtls; write gateway.security.mode=none to let"
            + " every caller do everything; or remove "
            + setting
            + " to listen on loopback only.");
  }

  static InsecureStartException unknownMode(String modes) {
    return new InsecureStartException(
        "gateway.security.mode is " + modes + ", and the modes are jwt, api-key, mtls and none.",
        "Set it to one or several of them, separated by commas, or remove it to listen on loopback"
            + " only.");
  }

  static InsecureStartException noneAndOthers(String modes) {
    return new InsecureStartException(
        "gateway.security.mode is " + modes + ", and none lets in whom the others keep out.",
        "Remove none, or the others.");
  }

  /** What to do about it. */
  String action() {
    return action;
  }
}
