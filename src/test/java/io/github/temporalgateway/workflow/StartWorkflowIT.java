package io.github.temporalgateway.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a caller sees of {@code POST /workflows} that does not wait. */
class StartWorkflowIT extends RealGateway {

  @Test
  void startAnswersWithTheHandleOfTheNewExecution() {
    String id = id("start");

    Answer answer = started("WaitForSignal", id);

    String runId = answer.at("/runId");
    assertThat(UUID.fromString(runId)).hasToString(runId);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.header("Location")).isEqualTo("/workflows/" + id + "?runId=" + runId);
    assertThat(answer.at("/namespace")).isEqualTo("default");
    assertThat(answer.at("/workflowId")).isEqualTo(id);
    assertThat(answer.at("/firstExecutionRunId")).isEqualTo(runId);
    assertThat(answer.at("/workflowType")).isEqualTo("WaitForSignal");
    assertThat(answer.at("/taskQueue")).isEqualTo("samples");
    assertThat(answer.at("/status")).isEqualTo("RUNNING");
    assertThat(answer.at("/started")).isEqualTo("true");
    assertThat(answer.json().has("result")).isFalse();
    assertThat(answer.at("/links/self")).isEqualTo(answer.header("Location"));
    assertThat(answer.at("/links/result")).isEqualTo("/workflows/" + id + "/result?runId=" + runId);
    assertThat(answer.at("/links/outcome"))
        .isEqualTo("/workflows/" + id + "/outcome?runId=" + runId);
    assertThat(answer.at("/links/history"))
        .isEqualTo("/workflows/" + id + "/history?runId=" + runId);
  }

  @Test
  void everyAnswerNamesTheExecutionInItsHeaders() {
    String id = id("headers");
    Answer start = started("WaitForSignal", id);

    Answer description = gateway.get("/workflows/" + id).is(200);

    for (Answer answer : new Answer[] {start, description}) {
      assertThat(answer.header("Temporal-Namespace")).isEqualTo("default");
      assertThat(answer.header("Temporal-Workflow-Id")).isEqualTo(id);
      assertThat(answer.header("Temporal-Run-Id")).isEqualTo(start.at("/runId"));
      assertThat(answer.header("Temporal-Workflow-Status")).isEqualTo("RUNNING");
    }
  }

  @Test
  void startWithoutAnIdGetsOneThatSortsByTime() {
    String first = gateway.post("/workflows", start("Nothing")).is(201).at("/workflowId");
    String second = gateway.post("/workflows", start("Nothing")).is(201).at("/workflowId");

    assertThat(UUID.fromString(first).version()).isEqualTo(7);
    assertThat(UUID.fromString(first).variant()).isEqualTo(2);
    assertThat(first).isNotEqualTo(second).isLessThanOrEqualTo(second.substring(0, 13) + "z");
  }

  @Test
  void theNamespaceInThePathStaysInTheLinks() {
    String id = id("namespace");

    Answer answer =
        gateway
            .post(
                "/namespaces/default/workflows",
                start("Greeting", "'workflowId':'" + id + "'", "'input':'Ada'"))
            .is(201);

    assertThat(answer.header("Location"))
        .startsWith("/namespaces/default/workflows/" + id + "?runId=");
    assertThat(answer.at("/links/result")).startsWith("/namespaces/default/workflows/");
    gateway.get(answer.header("Location")).is(200);
    gateway.get("/namespaces/default/workflows/" + id + "/outcome?wait=10s").is(200);
    assertThat(gateway.get(answer.at("/links/result")).is(200).text()).isEqualTo("\"Hello, Ada!\"");
  }

  @Test
  void linksLeadToAnExecutionWhateverItsIdIs() {
    for (String id : new String[] {"ünï/😀 %2F;a=b", "~tilde", "..", "a\\b?c#d"}) {
      String unique = id + (id.equals("..") ? "" : id("")).replace("-", "");
      Answer answer =
          gateway
              .post(
                  "/workflows",
                  start(
                      "Greeting",
                      "'workflowId':'" + unique.replace("\\", "\\\\") + "'",
                      "'idConflictPolicy':'TERMINATE_EXISTING'"))
              .is(201);

      assertThat(answer.at("/workflowId")).isEqualTo(unique);
      assertThat(answer.header("Location")).startsWith("/workflows/~");
      Answer description = gateway.get(answer.header("Location")).is(200);
      assertThat(description.at("/workflowId")).isEqualTo(unique);
      assertThat(gateway.get(answer.at("/links/result") + "&wait=10s").is(200).text())
          .isEqualTo("\"Hello, World!\"");
    }
  }

  @Test
  void percentEncodedLettersNameTheSameExecution() {
    String id = id("prozentü");
    started("WaitForSignal", id);

    Answer answer = gateway.get("/workflows/" + id.replace("ü", "%C3%BC")).is(200);

    assertThat(answer.at("/workflowId")).isEqualTo(id);
    assertThat(answer.header("Temporal-Workflow-Id")).isEqualTo(id.replace("ü", "%C3%BC"));
  }

  @Test
  void headAnswersLikeGetWithoutABody() {
    String id = id("head");
    started("WaitForSignal", id);

    Answer answer = gateway.send("HEAD", "/workflows/" + id).is(200);

    assertThat(answer.text()).isEmpty();
    assertThat(answer.header("Temporal-Workflow-Id")).isEqualTo(id);
    gateway.send("HEAD", "/workflows/" + id("none")).is(404);
  }
}
