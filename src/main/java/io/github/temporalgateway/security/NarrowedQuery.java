package io.github.temporalgateway.security;

import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A visibility query that finds no more than policies allow, whatever the caller asks for. */
final class NarrowedQuery {

  private static final Pattern ENDING =
      Pattern.compile("\\b(GROUP|ORDER)\\s+BY\\b", Pattern.CASE_INSENSITIVE);

  /** What may follow the condition: it names attributes and nothing else. */
  private static final Pattern NAMES_ONLY =
      Pattern.compile(
          "((GROUP|ORDER)\\s+BY\\s+\\w+(\\s+(ASC|DESC))?(\\s*,\\s*\\w+(\\s+(ASC|DESC))?)*\\s*)*",
          Pattern.CASE_INSENSITIVE);

  /** Of these, Temporal's parser and this one might think differently. */
  private static final Pattern UNCLEAR = Pattern.compile("[\\\\`;#]|--|/\\*|\\*/");

  private NarrowedQuery() {}

  /**
   * Puts the query of a caller beside the condition of the policies.
   *
   * @param bounds policies; of each list, one has to allow an execution
   * @throws RefusedException when its parentheses or quotation marks could end the condition
   */
  static String of(List<List<Policy>> bounds, String query) {
    String condition =
        bounds.size() == 1
            ? anyOf(bounds.getFirst())
            : bounds.stream()
                .map(NarrowedQuery::anyOf)
                .collect(Collectors.joining(") AND (", "(", ")"));
    String plain = withoutTexts(query);
    Matcher matcher = ENDING.matcher(plain);
    int end = matcher.find() ? matcher.start() : query.length();
    requireBalance(plain.substring(0, end));
    if (!NAMES_ONLY.matcher(query.substring(end)).matches()) {
      throw unclear();
    }
    String asked = query.substring(0, end);
    return (asked.isBlank()
            ? "(%s) %s".formatted(condition, query.substring(end))
            : "(%s) AND (%s) %s".formatted(condition, asked.strip(), query.substring(end)))
        .strip();
  }

  private static String anyOf(List<Policy> policies) {
    return policies.stream().map(NarrowedQuery::condition).collect(Collectors.joining(" OR "));
  }

  private static String condition(Policy policy) {
    return Stream.of(
            condition("WorkflowType", policy.workflowTypes()),
            condition("TaskQueue", policy.taskQueues()))
        .filter(one -> !one.isEmpty())
        .collect(Collectors.joining(" AND ", "(", ")"));
  }

  private static String condition(String attribute, Set<String> patterns) {
    return Policy.isAny(patterns)
        ? ""
        : patterns.stream()
            .sorted()
            .map(pattern ->
                pattern.endsWith("*")
                    ? "%s STARTS_WITH '%s'"
                        .formatted(attribute, pattern.substring(0, pattern.length() - 1))
                    : "%s = '%s'".formatted(attribute, pattern))
            .collect(Collectors.joining(" OR ", "(", ")"));
  }

  /** The query with blanks in place of its quoted texts, so that places stay the same. */
  private static String withoutTexts(String query) {
    if (UNCLEAR.matcher(query).find()) {
      throw unclear();
    }
    StringBuilder plain = new StringBuilder(query);
    char quote = 0;
    for (int i = 0; i < query.length(); i++) {
      char c = query.charAt(i);
      if (quote != 0 || c == '\'' || c == '"') {
        plain.setCharAt(i, ' ');
        quote = quote == 0 ? c : c == quote ? 0 : quote;
      }
    }
    if (quote != 0) {
      throw unclear();
    }
    return plain.toString();
  }

  private static void requireBalance(String plain) {
    int open = 0;
    for (char c : plain.toCharArray()) {
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (open < 0) {
        throw unclear();
      }
    }
    if (open != 0) {
      throw unclear();
    }
  }

  private static RefusedException unclear() {
    return new RefusedException(
        ProblemCode.INVALID_QUERY,
        "A policy narrows the query, which must have matching parentheses and quotation marks, and"
            + " no backslash, backtick, semicolon or comment.");
  }
}
