package io.github.temporalgateway.namespace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.InMemoryTemporal;
import io.github.temporalgateway.testing.OwnGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The in-memory server of Temporal's SDK lacks most of this, and each such route says so. */
class SmallerServiceIT {

  private static InMemoryTemporal server;
  private static OwnGateway own;

  @BeforeAll
  static void start() {
    server = new InMemoryTemporal();
    own = OwnGateway.start(server.target(), "gateway.namespaces.admin=true");
  }

  @AfterAll
  static void stop() throws Exception {
    own.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /task-queues/a                                              |
          PATCH  | /task-queues/a/config                                       | {"kind":"ACTIVITY","queueRateLimit":1}
          GET    | /task-queues/a/partitions                                   |
          GET    | /workers                                                    |
          GET    | /worker-count                                               |
          GET    | /workers/a                                                  |
          GET    | /worker-deployments                                         |
          POST   | /worker-deployments                                         | {"deploymentName":"a"}
          GET    | /worker-deployments/a                                       |
          DELETE | /worker-deployments/a                                       |
          PUT    | /worker-deployments/a/current-version                       | {}
          PUT    | /worker-deployments/a/ramping-version                       | {"percentage":1}
          PUT    | /worker-deployments/a/manager                               | {}
          POST   | /worker-deployments/a/versions                              | {"buildId":"b"}
          GET    | /worker-deployments/a/versions/b                            |
          DELETE | /worker-deployments/a/versions/b                            |
          PATCH  | /worker-deployments/a/versions/b/metadata                   | {"unset":["a"]}
          PATCH  | /worker-deployments/a/versions/b/scaling-groups             | {"unset":["a"]}
          POST   | /worker-deployments/a/versions/b/scaling-groups/validate    | {"unset":["a"]}
          POST   | /namespaces                                                 | {"namespace":"default","retention":"P1D"}
          PATCH  | /namespaces/default                                         | {"description":"x"}
          GET    | /search-attributes                                          |
          POST   | /search-attributes                                          | {"searchAttributes":{"A":"Int"}}
          DELETE | /search-attributes/A                                        |
          GET    | /workflow-rules                                             |
          POST   | /workflow-rules                                             | {"ruleId":"a","activityPredicate":"x","actions":["PAUSE_ACTIVITY"]}
          GET    | /workflow-rules/a                                           |
          DELETE | /workflow-rules/a                                           |
          """)
  void whatItLacksIs501(String method, String path, @Nullable String body) {
    Answer answer =
        body == null
            ? own.client().send(method, path)
            : own.client()
                .send(method, path, body.getBytes(UTF_8), "Content-Type", "application/json");

    answer.isProblem(501, "not-supported");
    assertThat(answer.at("/retryable")).isEqualTo("false");
  }

  @Test
  void whatItHasIsAnswered() {
    assertThat(own.client().get("/namespaces/default").is(200).at("/namespace"))
        .isEqualTo("default");
    assertThat(own.client().get("/namespaces").is(200).at("/items/0/namespace"))
        .isEqualTo("default");
    assertThat(own.client().get("/cluster").is(200).json().get("capabilities").size()).isPositive();
  }
}
