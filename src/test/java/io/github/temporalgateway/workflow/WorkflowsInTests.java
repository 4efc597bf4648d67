package io.github.temporalgateway.workflow;

import static org.awaitility.Awaitility.await;

import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowServiceException;
import java.time.Duration;

/** What other clients do to the executions of tests. */
final class WorkflowsInTests {

  private WorkflowsInTests() {}

  /** Asks an execution to cancel itself as soon as it has been started. */
  static void cancelWhenThere(WorkflowClient client, String workflowId) {
    whenThere(() -> client.newUntypedWorkflowStub(workflowId).cancel());
  }

  /** Terminates an execution, with one detail, as soon as it has been started. */
  static void terminateWhenThere(WorkflowClient client, String workflowId, String reason) {
    whenThere(() -> client.newUntypedWorkflowStub(workflowId).terminate(reason, "detail"));
  }

  /** Lets a {@code WaitForSignal} complete with a text, as soon as it has been started. */
  static void proceedWhenThere(WorkflowClient client, String workflowId, String value) {
    whenThere(() -> client.newUntypedWorkflowStub(workflowId).signal("proceed", value));
  }

  private static void whenThere(Runnable action) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptionsMatching(e ->
            e instanceof WorkflowNotFoundException
                || e instanceof WorkflowServiceException
                || e instanceof StatusRuntimeException)
        .until(() -> {
          action.run();
          return true;
        });
  }
}
