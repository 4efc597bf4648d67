package io.github.temporalgateway.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds in committed text what only its author could follow. */
final class RepositoryText {

  private static final Pattern HOME =
      Pattern.compile("(?<![\\w.:/$}-])/(?:(?:root|work)/|(?:home|Users)/\\w)[^\\s\"'`)]*");
  private static final Pattern FENCED = Pattern.compile("(?ms)^\\s*(```|~~~).*?^\\s*\\1");
  private static final Pattern LINK = Pattern.compile("\\]\\(\\s*<?([^)\\s>]+)");
  private static final Pattern OTHER_PLACE = Pattern.compile("[a-z][a-z0-9+.-]*:.*");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?)\\s*$");

  private RepositoryText() {}

  static List<String> foldersOfOneMachine(String text) {
    return HOME.matcher(text).results().map(MatchResult::group).toList();
  }

  /** Relative links of a Markdown file whose target, or whose heading in it, does not exist. */
  static List<String> deadLinks(Path markdown) throws IOException {
    String text = FENCED.matcher(Files.readString(markdown)).replaceAll("");
    List<String> dead = new ArrayList<>();
    for (MatchResult link : LINK.matcher(text).results().toList()) {
      String target = link.group(1);
      if (!OTHER_PLACE.matcher(target).matches() && !leadsSomewhere(markdown, target)) {
        dead.add(target);
      }
    }
    return dead;
  }

  private static boolean leadsSomewhere(Path markdown, String target) throws IOException {
    String[] parts = target.split("#", 2);
    Path file = parts[0].isEmpty() ? markdown : markdown.resolveSibling(parts[0]).normalize();
    if (!Files.exists(file)) {
      return false;
    }
    return parts.length == 1 || !file.toString().endsWith(".md") || hasHeading(file, parts[1]);
  }

  private static boolean hasHeading(Path markdown, String anchor) throws IOException {
    String text = FENCED.matcher(Files.readString(markdown)).replaceAll("");
    return HEADING
        .matcher(text)
        .results()
        .map(heading -> slug(heading.group(1)))
        .anyMatch(anchor::equals);
  }

  private static String slug(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }
}
