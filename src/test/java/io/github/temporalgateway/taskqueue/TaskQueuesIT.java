package io.github.temporalgateway.taskqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Task Queues as their Workers and tasks make them, and the limits that are set for them. */
class TaskQueuesIT extends RealGateway {

  @Test
  void workersOfAQueueAreItsPollers(TemporalDevServer server) {
    String queue = id("polled");
    String identity = id("worker");

    try (var _ = QueueWorker.unversioned(server.target(), queue, identity)) {
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> {
            Answer answer = gateway.get("/task-queues/" + queue).is(200);
            JsonNode poller = answer.json().at("/workflow/pollers/0");
            assertThat(poller.path("identity").asString("")).isEqualTo(identity);
            assertThat(Instant.parse(poller.get("lastAccessTime").asString()))
                .isAfter(Instant.now().minusSeconds(120));
            assertThat(answer.at("/taskQueue")).isEqualTo(queue);
            assertThat(answer.at("/namespace")).isEqualTo("default");
            assertThat(answer.json().has("versioning")).isFalse();
          });
    }
  }

  @Test
  void queueThatNobodyUsesIsEmpty() {
    Answer answer = gateway.get("/namespaces/default/task-queues/" + id("unused")).is(200);

    for (String kind : List.of("workflow", "activity", "nexus")) {
      assertThat(answer.json().at("/" + kind + "/pollers").size()).isZero();
      assertThat(answer.json().at("/" + kind + "/stats/backlogCount").asInt(-1)).isZero();
      assertThat(answer.at("/" + kind + "/effectiveRateLimit/source")).isEqualTo("SYSTEM");
    }
    assertThat(answer.at("/links/self")).startsWith("/namespaces/default/task-queues/unused-");
  }

  @Test
  void tasksThatNobodyTakesAreABacklog() {
    String queue = id("backlog");
    for (int i = 0; i < 3; i++) {
      gateway
          .post("/workflows", "{\"workflowType\":\"Greeting\",\"taskQueue\":\"" + queue + "\"}")
          .is(201);
    }

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> {
          Answer answer = gateway.get("/task-queues/" + queue).is(200);
          assertThat(answer.json().at("/workflow/stats/backlogCount").asInt()).isEqualTo(3);
          assertThat(answer.json().at("/workflow/stats/addRate").asDouble()).isPositive();
          assertThat(Duration.parse(answer.at("/workflow/stats/backlogAge"))).isPositive();
          assertThat(answer.json().at("/workflow/statsByPriority/3/backlogCount").asInt())
              .isEqualTo(3);
        });
  }

  @Test
  void anyNameMayBeInThePath() {
    assertThat(gateway.get("/task-queues/~b3JkZXJzL2V1").is(200).at("/taskQueue"))
        .isEqualTo("orders/eu");
    assertThat(gateway.get("/task-queues/orders%2Feu").is(200).at("/links/partitions"))
        .isEqualTo("/task-queues/~b3JkZXJzL2V1/partitions");
    gateway.get("/task-queues/~AQ").isProblem(422, "validation");
    gateway.get("/task-queues/~***").isProblem(422, "validation");
  }

  @Test
  void limitsAreSetAndTakenBack() {
    String queue = "/task-queues/" + id("limited");

    Answer set =
        gateway
            .patch(
                queue + "/config",
                """
                {"kind":"ACTIVITY","queueRateLimit":2.5,"fairnessKeyRateLimit":1,\
                "fairnessWeights":{"vip":3},"reason":"the shop is slow"}\
                """)
            .is(200);

    assertThat(set.json().at("/queueRateLimit/requestsPerSecond").asDouble()).isEqualTo(2.5);
    assertThat(set.at("/queueRateLimit/reason")).isEqualTo("the shop is slow");
    assertThat(set.at("/queueRateLimit/updatedBy")).startsWith("temporal-rest-gateway@");
    assertThat(set.json().at("/fairnessWeights/vip").asDouble()).isEqualTo(3);
    await()
        .untilAsserted(() -> {
          Answer described = gateway.get(queue).is(200);
          assertThat(described.json().at("/activity/config")).isEqualTo(set.json());
          assertThat(described.at("/activity/effectiveRateLimit/source")).isEqualTo("API");
        });

    JsonNode unset =
        gateway
            .patch(
                queue + "/config",
                """
                {"kind":"ACTIVITY","unset":["QUEUE_RATE_LIMIT"],"unsetFairnessWeights":["vip"]}\
                """)
            .is(200)
            .json();
    assertThat(unset.at("/queueRateLimit").has("requestsPerSecond")).isFalse();
    assertThat(unset.at("/fairnessKeyRateLimit/requestsPerSecond").asDouble()).isEqualTo(1);
    assertThat(unset.at("/fairnessWeights").size()).isZero();
  }

  @Test
  void limitsThatMakeNoSenseAreRefused() {
    String config = "/task-queues/" + id("wrong") + "/config";

    gateway
        .patch(config, "{\"kind\":\"WORKFLOW\",\"queueRateLimit\":1}")
        .isProblem(422, "invalid-argument");
    gateway.patch(config, "{\"queueRateLimit\":1}").isProblem(422, "validation");
    gateway.patch(config, "{\"kind\":\"ACTIVITY\"}").isProblem(422, "validation");
    gateway
        .patch(config, "{\"kind\":\"STICKY\",\"queueRateLimit\":1}")
        .isProblem(422, "validation");
    assertThat(
            gateway
                .patch(config, "{\"kind\":\"ACTIVITY\",\"queueRateLimit\":-1}")
                .isProblem(422, "validation")
                .at("/errors/0/pointer"))
        .isEqualTo("/queueRateLimit");
    assertThat(
            gateway
                .patch(
                    config,
                    """
                    {"kind":"ACTIVITY","queueRateLimit":1,"unset":["QUEUE_RATE_LIMIT"]}\
                    """)
                .isProblem(422, "validation")
                .at("/errors/0/pointer"))
        .isEqualTo("/unset");
  }

  @Test
  void partitionsAreListed() {
    Answer answer = gateway.get("/task-queues/samples/partitions").is(200);

    assertThat(answer.at("/workflow/0/key")).contains("samples");
    assertThat(answer.at("/activity/0/ownerHostName")).isNotEmpty();
  }
}
