package io.github.temporalgateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.PythonTools;
import io.github.temporalgateway.testing.RealTemporal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Schemathesis sends what the document allows and what it forbids, and the gateway's answers are
 * those of the document. Its findings and how to repeat them are in {@code target/fuzz.log}.
 */
@RealTemporal
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"gateway.http.max-wait=300ms", "gateway.temporal.query-timeout=1s"})
class FuzzIT {

  private static final Path LOG = Path.of("target", "fuzz.log");

  /** Checks for which data would have to name what exists, or callers to prove who they are. */
  private static final String DO_NOT_APPLY =
      "positive_data_acceptance,ensure_resource_availability,ignored_auth";

  /**
   * Most of the second forms: they have the handlers of the first. And what Temporal tries out with
   * a Worker of its own, which takes it as long as it may.
   */
  private static final String LEFT_OUT =
      "^/namespaces/\\{namespace\\}/[^/]+/[^/]+/|/scaling-groups/validate$";

  private static final long MINUTES = 10;

  /** What the gateway logs of its own mistakes, and where they came from. */
  private static final Pattern MISTAKE = Pattern.compile(".*failed, traceId.*\\R(?:.*\\R){0,60}");

  @Test
  void gatewayAnswersAsItsDocumentSays(@LocalServerPort int port, CapturedOutput output)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            PythonTools.python().resolveSibling("schemathesis").toString(),
            "--config-file",
            PythonTools.SCRIPTS.resolve("schemathesis.toml").toString(),
            "run",
            "http://localhost:" + port + "/v3/api-docs.yaml",
            "--checks",
            "all",
            "--exclude-checks",
            DO_NOT_APPLY,
            "--exclude-path-regex",
            LEFT_OUT,
            "--max-examples",
            System.getProperty("fuzz.examples", "25"),
            "--workers",
            "1",
            "--seed",
            System.getProperty("fuzz.seed", "1"),
            "--request-timeout",
            "15",
            "--no-color");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Path.of("target").toFile())
            .redirectErrorStream(true)
            .redirectOutput(LOG.toFile());
    builder.environment().put("SCHEMATHESIS_HOOKS", "fuzz_hooks");
    builder.environment().put("PYTHONPATH", PythonTools.SCRIPTS.toString());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    Process fuzzer = builder.start();
    boolean ended = fuzzer.waitFor(MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      fuzzer.destroyForcibly();
    }

    assertThat(ended ? fuzzer.exitValue() : -1)
        .as(Files.readString(LOG) + mistakes(output.getAll()))
        .isZero();
  }

  private static String mistakes(String log) {
    return MISTAKE.matcher(log).results().map(MatchResult::group).collect(Collectors.joining());
  }
}
