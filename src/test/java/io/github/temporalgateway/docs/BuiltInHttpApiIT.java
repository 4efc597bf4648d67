package io.github.temporalgateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The comparison with Temporal's built-in HTTP API is what both answer today. */
class BuiltInHttpApiIT extends RealGateway {

  private static final Path DOCUMENT = Path.of("docs/why-not-the-built-in-http-api.md");

  @LocalServerPort private int port;

  @Test
  void bothAnswerWhatTheDocumentSays(TemporalDevServer server)
      throws IOException, InterruptedException {
    String python = Objects.requireNonNullElse(System.getenv("GATEWAY_TEST_PYTHON"), "python3");
    String command =
        "%s docs/compare/compare.py %s 127.0.0.1:%d".formatted(python, server.httpTarget(), port);

    String comparison = ConsoleExamples.run(command);

    assertThat(comparison).startsWith("# Why not");
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(DOCUMENT, comparison);
    }
    assertThat(comparison)
        .as("-Ddocs.update=true writes the document anew, with Temporal %s", server.serverVersion())
        .isEqualTo(Files.readString(DOCUMENT));
  }
}
