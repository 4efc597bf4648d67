package io.github.temporalgateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.RealGateway;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
    List<ConsoleExamples.Example> examples = ConsoleExamples.in(Path.of(file));

    assertThat(examples).hasSizeGreaterThan(2);
    for (ConsoleExamples.Example example : examples) {
      String here = example.command().replace("localhost:8080", "127.0.0.1:" + port);
      String output = ConsoleExamples.run(here).replace("127.0.0.1:" + port, "localhost:8080");

      assertThat(ConsoleExamples.normal(output))
          .as(example.command())
          .isEqualTo(ConsoleExamples.normal(example.output()));
    }
  }
}
