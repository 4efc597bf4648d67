package io.github.temporalgateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.PythonTools;
import io.github.temporalgateway.testing.TemporalCli;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        new ArrayList<>(List.of("python3", "docs/reliability/reliability.py", jar().toString()));
    command.addAll(List.of("--logs", "target/reliability"));
    if (Boolean.getBoolean("docs.update")) {
      command.addAll(List.of("--write", DOCUMENT.toString()));
    } else {
      // Other things run on this machine; what breaks a promise breaks it by more.
      command.addAll(List.of("--quick", "--slack", "4"));
    }

    String findings = run(command);

    assertThat(findings).doesNotContain("BROKEN");
    List<MatchResult> kept = KEPT.matcher(findings).results().toList();
    assertThat(kept).hasSizeGreaterThan(10);
    assertThat(Files.readString(DOCUMENT))
        .as("-Ddocs.update=true writes the table anew")
        .contains(kept.stream().map(row -> row.group(1)).distinct().toList())
        .contains(kept.stream().map(row -> "| " + row.group(2) + " |").toList())
        .doesNotContain("**broken**");
  }

  private static Path jar() throws IOException {
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(Path.of("target"), "temporal-rest-gateway-*.jar")) {
      List<Path> found = new ArrayList<>();
      jars.forEach(found::add);
      assertThat(found).as("`./mvnw -DskipTests package` builds it").hasSize(1);
      return found.getFirst();
    }
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "TEMPORAL_CLI", TemporalCli.findOrFetch().toString(),
                "GATEWAY_TEST_PYTHON", PythonTools.python().toString(),
                "JAVA_HOME", System.getProperty("java.home")));
    Process script = builder.start();
    String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(script.waitFor()).as(output).isZero();
    return output;
  }
}
