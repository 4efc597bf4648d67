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

/** The built jar, and scripts of the documentation that try it. */
final class BuiltGateway {

  private BuiltGateway() {}

  static Path jar() throws IOException {
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(Path.of("target"), "temporal-rest-gateway-*.jar")) {
      List<Path> found = new ArrayList<>();
      jars.forEach(found::add);
      assertThat(found).as("`./mvnw -DskipTests package` builds it").hasSize(1);
      return found.getFirst();
    }
  }

  /** Runs a script to its end and returns what it printed; it must end with 0. */
  static String run(List<String> command) throws IOException, InterruptedException {
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
