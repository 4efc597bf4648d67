package io.github.temporalgateway.web;

import java.nio.charset.StandardCharsets;

/** Bodies of a wanted size. */
public final class BenchBodies {

  private static final String LINE = "{\"sku\":\"T-1000\",\"quantity\":2,\"price\":19.90}";

  private BenchBodies() {}

  /** The body of a start. */
  public static byte[] start(int size) {
    String head = "{\"workflowType\":\"Order\",\"taskQueue\":\"orders\",\"input\":";
    byte[] input = value(size - head.length() - 1);
    return (head + new String(input, StandardCharsets.UTF_8) + "}")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A JSON object, as large as asked or a little larger. */
  public static byte[] value(int size) {
    StringBuilder text = new StringBuilder("{\"orderId\":\"A-10023\",\"customer\":\"Zoë\",\"lines\":[");
    text.append(LINE);
    while (text.length() + LINE.length() < size) {
      text.append(',').append(LINE);
    }
    return text.append("],\"express\":true}").toString().getBytes(StandardCharsets.UTF_8);
  }
}
