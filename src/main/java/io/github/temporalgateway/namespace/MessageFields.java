package io.github.temporalgateway.namespace;

import com.google.protobuf.Message;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is set in messages that gain a field with each version of Temporal. */
public final class MessageFields {

  private MessageFields() {}

  /** Names of the flags that are true, in the order of the alphabet. */
  public static List<String> flags(Message message) {
    return message.getAllFields().entrySet().stream()
        .filter(field -> Boolean.TRUE.equals(field.getValue()))
        .map(field -> field.getKey().getJsonName())
        .sorted()
        .toList();
  }

  static Map<String, Long> numbers(Message message) {
    Map<String, Long> numbers = new TreeMap<>();
    message
        .getAllFields()
        .forEach((field, value) -> {
          if (value instanceof Long number) {
            numbers.put(field.getJsonName(), number);
          }
        });
    return numbers;
  }
}
