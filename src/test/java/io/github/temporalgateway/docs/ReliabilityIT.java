package io.github.temporalgateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The built gateway keeps its promises while Temporal, the network and itself are broken. */
class ReliabilityIT {

  private static final Path DOCUMENT = Path.of("docs/reliability.md");
  private static final Pattern KEPT = Pattern.compile("(?m)^kept +([^:]+): (.+?): ");

  @Test
  void promisesAreKept() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("python3", "docs/reliability/reliability.py", BuiltGateway.jar().toString()));
    command.addAll(List.of("--logs", "target/reliability"));
    if (Boolean.getBoolean("docs.update")) {
      command.addAll(List.of("--write", DOCUMENT.toString()));
    } else {
      // Other things run on this machine; what breaks a promise breaks it by more.
      command.addAll(List.of("--quick", "--slack", "4"));
    }

    String findings = BuiltGateway.run(command);

    assertThat(findings).doesNotContain("BROKEN");
    List<MatchResult> kept = KEPT.matcher(findings).results().toList();
    assertThat(kept).hasSizeGreaterThan(10);
    assertThat(Files.readString(DOCUMENT))
        .as("-Ddocs.update=true writes the table anew")
        .contains(kept.stream().map(row -> row.group(1)).distinct().toList())
        .contains(kept.stream().map(row -> "| " + row.group(2) + " |").toList())
        .doesNotContain("**broken**");
  }
}
