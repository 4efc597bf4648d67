package io.github.temporalgateway.docs;

import io.github.temporalgateway.testing.RealGateway;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The commands of the README, the tour and other documents do what is printed below them. */
class ConsoleExamplesIT extends RealGateway {

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "docs/tour.md",
        "docs/activities.md",
        "docs/schedules.md",
        "docs/batches.md",
        "docs/operations.md"
      })
  void commandsPrintWhatTheDocumentSays(String file) throws IOException, InterruptedException {
    ConsoleExamples.check(Path.of(file), "127.0.0.1:" + port);
  }
}
