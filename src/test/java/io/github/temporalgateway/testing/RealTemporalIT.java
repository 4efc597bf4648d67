package io.github.temporalgateway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.samples.Greeting;
import io.github.temporalgateway.samples.SampleWorker;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** One annotation connects a gateway in a test to the shared dev server. */
@RealTemporal
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RealTemporalIT {

  @Test
  void contextIsConnectedToTheSharedServer(
      TemporalDevServer server, @Value("${spring.temporal.connection.target}") String target) {
    assertThat(target).isEqualTo(server.target());
    assertThat(server.serverVersion()).isNotBlank();
  }

  @Test
  void workerCompletesWorkflow(WorkflowClient client) {
    Greeting greeting =
        client.newWorkflowStub(
            Greeting.class,
            WorkflowOptions.newBuilder().setTaskQueue(SampleWorker.TASK_QUEUE).build());

    assertThat(greeting.greet(null)).isEqualTo("Hello, World!");
  }
}
