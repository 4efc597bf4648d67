package io.github.temporalgateway.problem;

import java.nio.charset.StandardCharsets;

/** Any text as the value of a response header. */
public final class HeaderValue {

  private HeaderValue() {}

  /** The text itself, with % and all that isn't visible ASCII percent-encoded (RFC 3986). */
  public static String of(String text) {
    if (text.chars().allMatch(c -> c > ' ' && c <= '~' && c != '%')) {
      return text;
    }
    StringBuilder value = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b > ' ' && b <= '~' && b != '%') {
        value.append((char) b);
      } else {
        value.append('%').append(String.format("%02X", b & 0xff));
      }
    }
    return value.toString();
  }
}
