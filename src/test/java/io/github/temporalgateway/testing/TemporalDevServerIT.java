package io.github.temporalgateway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.temporalgateway.samples.Greeting;
import io.github.temporalgateway.samples.SampleWorker;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A test can take the dev server away and bring it back with what it knew. */
class TemporalDevServerIT {

  private final TemporalDevServer server = TemporalDevServer.startOnFreePorts();

  @AfterEach
  void endServer() {
    server.close();
  }

  @Test
  void restartKeepsAddressAndState() {
    String target = server.target();
    String id = "restart-" + UUID.randomUUID();
    try (SampleWorker worker = SampleWorker.start(target)) {
      assertThat(greet(worker.client(), id)).isEqualTo("Hello, Ada!");
    }

    server.stop();
    assertThat(server.isRunning()).isFalse();
    server.start();

    assertThat(server.target()).isEqualTo(target);
    assertThat(resultOf(target, id)).isEqualTo("Hello, Ada!");
  }

  @Test
  void killedServerComesBack() {
    server.kill();
    assertThat(server.isRunning()).isFalse();

    server.start();

    assertThat(server.serverVersion()).isNotBlank();
  }

  @Test
  void suspendedServerAnswersNobodyUntilItIsResumed() {
    server.suspend();
    assertThat(server.isRunning()).isTrue();
    assertThatThrownBy(server::serverVersion).hasMessageContaining("DEADLINE_EXCEEDED");

    server.resume();

    assertThat(server.serverVersion()).isNotBlank();
  }

  private static String greet(WorkflowClient client, String id) {
    Greeting greeting =
        client.newWorkflowStub(
            Greeting.class,
            WorkflowOptions.newBuilder()
                .setWorkflowId(id)
                .setTaskQueue(SampleWorker.TASK_QUEUE)
                .build());
    return greeting.greet("Ada");
  }

  private static String resultOf(String target, String id) {
    try (SampleWorker worker = SampleWorker.start(target)) {
      WorkflowStub stub = worker.client().newUntypedWorkflowStub(id);
      return stub.getResult(String.class);
    }
  }
}
