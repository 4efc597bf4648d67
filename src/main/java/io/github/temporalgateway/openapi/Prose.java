package io.github.temporalgateway.openapi;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the Javadoc of the code the CommonMark of the document. */
final class Prose {

  private static final Pattern CUT_BRACE = Pattern.compile("(<code>[^<]*\\{[^}<]*)</code>}");
  private static final Pattern CODE = Pattern.compile("<code>\\s*(.*?)\\s*</code>", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\{@link\\w*\\s+(?:\\S+\\s+)?([^}]*)}");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern PARAGRAPH = Pattern.compile("\\s*<p>\\s*");

  private Prose() {}

  /** A description as sentences; one that is already CommonMark stays as it is. */
  static @Nullable String of(@Nullable String javadoc) {
    if (javadoc == null || javadoc.isBlank()) {
      return null;
    }
    String text = SPACE.matcher(javadoc.strip()).replaceAll(" ");
    text = CUT_BRACE.matcher(text).replaceAll("$1}</code>");
    text = CODE.matcher(text).replaceAll(Prose::code);
    text = LINK.matcher(text).replaceAll(Prose::code);
    return sentence(PARAGRAPH.matcher(text).replaceAll("\n\n"));
  }

  private static String code(MatchResult match) {
    return Matcher.quoteReplacement("`" + match.group(1) + "`");
  }

  private static String sentence(String text) {
    String capital = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return ".!?:…".indexOf(text.charAt(text.length() - 1)) >= 0 ? capital : capital + ".";
  }
}
