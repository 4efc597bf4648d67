package io.github.temporalgateway.kernel;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** Which addresses count as one caller. */
public final class Network {

  private static final int BYTES_OF_A_NETWORK = 8;

  private Network() {}

  /**
   * The network of an address, however that is spelled: the first 64 bits of IPv6, because who has
   * one address there has all of them, and the whole address of IPv4, also where it is mapped into
   * IPv6.
   *
   * @param address a literal, with or without brackets. What is none, such as the {@code unknown}
   *     of a proxy, is a network of its own; names are not looked up
   */
  public static String of(String address) {
    String literal = address.startsWith("[") ? address.replaceAll("[\\[\\]]", "") : address;
    int zone = literal.indexOf('%');
    try {
      InetAddress known = InetAddress.ofLiteral(zone < 0 ? literal : literal.substring(0, zone));
      return known instanceof Inet6Address
          ? HexFormat.of().formatHex(known.getAddress(), 0, BYTES_OF_A_NETWORK)
          : known.getHostAddress();
    } catch (IllegalArgumentException _) {
      return address;
    }
  }
}
