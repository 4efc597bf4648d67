package io.github.temporalgateway.docs;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The commands of the documents against a gateway that runs already, with the sample worker. Run it
 * by its name: {@code -Dit.test=RunningGateway -Dgateway.address=127.0.0.1:8080}.
 */
class RunningGateway {

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/tour.md"})
  void commandsPrintWhatTheDocumentSays(String file) throws IOException, InterruptedException {
    ConsoleExamples.check(Path.of(file), System.getProperty("gateway.address", "127.0.0.1:8080"));
  }
}
