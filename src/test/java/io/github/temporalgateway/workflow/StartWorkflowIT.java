package io.github.temporalgateway.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealTemporal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a caller sees of {@code POST /workflows}. */
@RealTemporal
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StartWorkflowIT {

  @LocalServerPort private int port;
  private GatewayClient gateway;

  @BeforeEach
  void connect() {
    gateway = new GatewayClient(port);
  }

  @Test
  void startAndWaitAnswersWithTheResult() {
    Answer answer =
        gateway.post(
            "/workflows",
            """
            {"workflowType":"Greeting","taskQueue":"samples","input":"World"}\
            """,
            "Prefer",
            "wait=10");

    answer.is(200);
    assertThat(answer.at("/result")).isEqualTo("Hello, World!");
    assertThat(answer.at("/status")).isEqualTo("COMPLETED");
    assertThat(answer.header("Preference-Applied")).isEqualTo("wait=10");
  }

  @Test
  void inputComesBackByteForByte() {
    String input = "{\"a\":12345678901234567890,\"b\":1.10,\"c\":1e400,\"d\":{\"z\":1,\"a\":2}}";
    String id = "echo-" + UUID.randomUUID();
    gateway
        .post(
            "/workflows",
            "{\"workflowType\":\"Echo\",\"taskQueue\":\"samples\",\"workflowId\":\"%s\",\"input\":%s}"
                .formatted(id, input))
        .is(201);

    Answer result = gateway.get("/workflows/" + id + "/result?wait=10s").is(200);

    assertThat(result.text()).isEqualTo(input);
    gateway.get("/workflows/" + id).is(200);
    gateway.get("/workflows/" + id + "/outcome").is(200);
    gateway.get("/workflows/nope/result").isProblem(404, "workflow-not-found");
  }
}
