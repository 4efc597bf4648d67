package io.github.temporalgateway.security.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of callers says what its reader takes it to say, or is refused. */
class CallersFileTest {

  private static final Pattern EXAMPLE =
      Pattern.compile("```yaml\n(callers:.*?)```", Pattern.DOTALL);

  @Test
  void theExampleOfTheDocumentIsGood() throws IOException {
    List<String> examples =
        EXAMPLE
            .matcher(Files.readString(Path.of("docs/security.md")))
            .results()
            .map((MatchResult example) -> example.group(1))
            .toList();

    assertThat(examples).isNotEmpty();
    CallerEntry caller = CallersFile.parse(examples.getFirst()).getFirst();
    assertThat(caller.id()).isEqualTo("orders");
    assertThat(caller.permissions()).containsExactly("default:write");
    assertThat(caller.keys()).hasSize(2);
    assertThat(caller.keys().getLast().expires()).isEqualTo(Instant.parse("2027-06-30T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          callers: {                                              | no YAML
          nobody: []                                              | no list of callers
          callers: [{permissions: [a:read]}]                      | caller without id
          callers: [{id: a}, {id: a}]                             | two callers 'a'
          callers: [{id: a, permission: [a:read]}]                | is wrong
          callers: [{id: a, keys: [{sha256: abc}]}]               | 64 hexadecimal digits
          callers: [{id: a, keys: [{expires: never}]}]            | is wrong
          callers: [{id: a, permissions: [":read"]}]              | The caller 'a' has the permission ':read'
          callers: [{id: a, permissions: ["*:admin"]}]            | the permission '*:admin', which grants nothing
          callers: [{id: a, permissions: ["a:read", "b:"]}]       | the permission 'b:', which grants nothing
          callers: [{id: a, permissions: [b]}]                    | the permission 'b', which grants nothing
          callers: [{id: a, permissions: ["a:reed"]}]             | the permission 'a:reed', which grants nothing
          callers: [{id: a, keys: [{sha256: a}, {sha256: b}, {sha256: c}]}] | more than two keys
          """)
  void whatIsWrongIsToldInASentence(String yaml, String sentence) {
    assertThatThrownBy(() -> CallersFile.parse(yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence)
        .hasMessageEndingWith(".");
  }

  @Test
  void oneKeyIsNotTwoCallers() {
    String two = "callers: [{id: a, keys: [{sha256: %s}]}, {id: b, keys: [{sha256: %s}]}]";
    String one = "callers: [{id: a, keys: [{sha256: %s}, {sha256: %s}]}]";

    assertThatThrownBy(() -> CallersFile.parse(two.formatted("a".repeat(64), "A".repeat(64))))
        .hasMessage("The callers 'a' and 'b' have the same key.");
    assertThatThrownBy(() -> CallersFile.parse(one.formatted("a".repeat(64), "A".repeat(64))))
        .hasMessage("The caller 'a' has the same key twice.");
    assertThat(CallersFile.parse(two.formatted("a".repeat(64), "b".repeat(64)))).hasSize(2);
  }
}
