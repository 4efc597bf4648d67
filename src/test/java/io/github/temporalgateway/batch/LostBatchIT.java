package io.github.temporalgateway.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.grpc.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts of batches that Temporal has refused, or answered so that nobody heard it. */
class LostBatchIT extends RealGateway {

  private static final String BODY =
      "{\"query\":\"WorkflowId = 'nobody'\",\"operation\":{\"type\":\"cancel\"},\"reason\":\"r\"}";

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void startWhoseAnswerIsLostIsNoConflict(boolean withKey) {
    try (TemporalDevServer server = TemporalDevServer.startOnFreePorts();
        OwnGateway own = OwnGateway.start(server.target())) {
      own.faults().loseAnswerOf("StartBatchOperation");

      Answer started =
          withKey
              ? own.client().post("/batches", BODY, "Idempotency-Key", "lost")
              : own.client().post("/batches", BODY);

      started.is(202);
      assertThat(own.client().get(started.header("Location")).is(200).at("/jobId"))
          .isEqualTo(started.at("/jobId"));
      assertThat(own.client().get("/batches").is(200).json().get("items")).hasSize(1);
    }
  }

  @Test
  void queryIsNotBlamedForOtherFaults(TemporalDevServer server) {
    try (OwnGateway own = OwnGateway.start(server.target())) {
      own.faults()
          .failNext("StartBatchOperation", Status.INVALID_ARGUMENT.withDescription("something"));

      assertThat(own.client().post("/batches", BODY).isProblem(422, "invalid-argument").text())
          .contains("something");
    }
  }

  @Test
  void firstRefusalIsTold(TemporalDevServer server) {
    try (OwnGateway own = OwnGateway.start(server.target())) {
      own.faults().failNext("StartBatchOperation", Status.INVALID_ARGUMENT);
      own.faults().failNext("CountWorkflowExecutions", Status.UNAUTHENTICATED);
      own.client().post("/batches", BODY).isProblem(422, "invalid-argument");

      own.faults().failNext("StartBatchOperation", Status.RESOURCE_EXHAUSTED);
      own.faults().failNext("DescribeBatchOperation", Status.INTERNAL);
      own.client().post("/batches", BODY).isProblem(429, "resource-exhausted");

      own.faults().failNext("StartBatchOperation", Status.UNIMPLEMENTED);
      own.faults().failNext("DescribeBatchOperation", Status.INTERNAL);
      own.client().post("/batches", BODY).isProblem(501, "not-supported");
      own.client().get("/batches/unknown").isProblem(502, "temporal-error");
    }
  }
}
