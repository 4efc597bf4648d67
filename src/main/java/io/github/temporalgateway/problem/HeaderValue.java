package io.github.temporalgateway.problem;

import java.nio.charset.StandardCharsets;

/** Any text as the value of a response header. */
public final class HeaderValue {

  private HeaderValue() {}

  /** The text itself, with % and all that isn't visible ASCII percent-encoded (RFC 3986). */
  public static String of(String text) {
    int plain = 0;
    while (plain < text.length() && isPlain(text.charAt(plain))) {
      plain++;
    }
    if (plain == text.length()) {
      return text;
    }
    StringBuilder value = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain((char) b)) {
        value.append((char) b);
      } else {
        value.append('%').append(String.format("%02X", b & 0xff));
      }
    }
    return value.toString();
  }

  private static boolean isPlain(char c) {
    return c > ' ' && c <= '~' && c != '%';
  }
}
