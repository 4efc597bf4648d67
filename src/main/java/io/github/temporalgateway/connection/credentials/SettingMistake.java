package io.github.temporalgateway.connection.credentials;

import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A setting of a connection cannot work, whatever Temporal does, and an operator must change it.
 */
public final class SettingMistake extends RuntimeException {

  private final String remedy;

  /**
   * Names what is wrong.
   *
   * @param sentence which setting is wrong, and how
   * @param remedy what to do about it
   */
  public SettingMistake(String sentence, String remedy) {
    this(sentence, remedy, null);
  }

  SettingMistake(String sentence, String remedy, @Nullable Throwable cause) {
    super(sentence, cause);
    this.remedy = remedy;
  }

  /**
   * Tells the same mistake in the words of whoever wrote the settings.
   *
   * @param writtenAs what was written, by the setting that was made of it
   */
  public SettingMistake inWordsOf(Map<String, String> writtenAs) {
    return new SettingMistake(replaced(sentence(), writtenAs), replaced(remedy, writtenAs), this);
  }

  private static String replaced(String text, Map<String, String> words) {
    String result = text;
    for (Map.Entry<String, String> word :
        words.entrySet().stream()
            .sorted(Comparator.comparing(entry -> -entry.getKey().length()))
            .toList()) {
      result = result.replace(word.getKey(), word.getValue());
    }
    return result;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }

  String remedy() {
    return remedy;
  }
}
