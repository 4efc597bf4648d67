package io.github.temporalgateway.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Scripts without any SDK are Activity Workers of an unmodified Temporal. */
class ScriptWorkersIT extends PollGateway {

  @ParameterizedTest
  @ValueSource(strings = {"worker.sh", "worker.py"})
  void scriptDoesActivities(String script) throws IOException {
    try (var _ = ScriptWorker.start(script, gateway.port(), queue)) {
      String greet = startedActivity("Greet", "\"Zoë\"");
      String count = startedActivity("Count", "3");
      String bad = startedActivity("Count", "\"many\"");

      assertThat(gateway.get(greet + "/result?wait=40s").is(200).json().asString())
          .isEqualTo("Hello, Zoë!");
      assertThat(gateway.get(count + "/result?wait=40s").is(200).at("/counted")).isEqualTo("3");
      var failed = gateway.get(bad + "/result?wait=40s");
      failed.isProblem(424, "workflow-failed");
      assertThat(failed.at("/failure/cause/type")).isEqualTo("BadInput");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"worker.sh", "worker.py"})
  void taskOfAKilledScriptIsDoneByAnother(String script) throws IOException {
    String workflow;
    try (var _ = ScriptWorker.start(script, gateway.port(), queue)) {
      workflow = startedActivity("Count", "30", "'heartbeatSeconds':5");
      await()
          .atMost(Duration.ofSeconds(40))
          .until(() -> pending(workflow).at("/heartbeatDetails/0").asInt(0) > 2);
    }

    try (var _ = ScriptWorker.start(script, gateway.port(), queue)) {
      var result = gateway.get(workflow + "/result?wait=50s").is(200);

      assertThat(result.at("/counted")).isEqualTo("30");
      assertThat(Integer.parseInt(result.at("/resumedAt"))).isGreaterThan(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"worker.sh", "worker.py"})
  void scriptStopsWhenItsHeartbeatSaysSo(String script) throws IOException {
    try (var worker = ScriptWorker.start(script, gateway.port(), queue)) {
      String workflow = startedActivity("Count", "100000");
      await()
          .atMost(Duration.ofSeconds(40))
          .until(() -> pending(workflow).at("/heartbeatDetails/0").asInt(0) > 0);

      gateway.post(workflow + "/cancel", "{}").is(202);

      gateway.get(workflow + "/result?wait=40s").isProblem(424, "workflow-canceled");
      assertThat(worker.isAlive()).isTrue();
      assertThat(gateway.get(startedActivity("Greet", "1") + "/result?wait=40s").is(200).text())
          .isEqualTo("\"Hello, 1!\"");
    }
  }

  private JsonNode pending(String workflow) {
    return gateway.get(workflow).is(200).json().at("/pendingActivities/0");
  }
}
