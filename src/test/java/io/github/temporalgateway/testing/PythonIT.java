package io.github.temporalgateway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A caller in Python and a worker in Python meet through the gateway. */
@RealTemporal
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PythonIT {

  @Test
  void pythonCallerGetsResultsOfWorkflowsInPythonAndJava(
      TemporalDevServer server, @LocalServerPort int port) {
    Path python = PythonTools.python();
    String caller = PythonTools.SCRIPTS.resolve("caller.py").toString();
    Map<String, String> environment = Map.of("GATEWAY_URL", "http://localhost:" + port);

    try (var _ = PythonWorker.start(python, server.target())) {
      List<String> command = List.of(python.toString(), caller);
      assertThat(Commands.run(Duration.ofMinutes(2), environment, command)).endsWith("OK\n");
    }
  }
}
