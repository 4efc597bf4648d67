package io.github.temporalgateway.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.samples.SampleWorker;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;

/** Callers that wait for executions to close, each with a connection of its own. */
final class Waiters {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private Waiters() {}

  /** Starts executions that wait for a Signal, and returns their ids. */
  static List<String> started(WorkflowClient client, int count) {
    String prefix = "waiters-" + UUID.randomUUID() + "-";
    List<String> ids = IntStream.range(0, count).mapToObj(number -> prefix + number).toList();
    ids.forEach(id ->
        client
            .newUntypedWorkflowStub(
                "WaitForSignal",
                WorkflowOptions.newBuilder()
                    .setWorkflowId(id)
                    .setTaskQueue(SampleWorker.TASK_QUEUE)
                    .build())
            .start());
    return ids;
  }

  /** One caller for each id, held when this returns. */
  static List<FutureTask<Answer>> waitingFor(OwnGateway gateway, List<String> ids) {
    double before = gateway.gauge("gateway.waiters");
    List<FutureTask<Answer>> callers =
        ids.stream().map(id -> later(() -> wait(gateway, id))).toList();
    await().atMost(PATIENCE).until(() -> gateway.gauge("gateway.waiters") == before + ids.size());
    return callers;
  }

  private static Answer wait(OwnGateway gateway, String id) {
    return gateway.client().get("/workflows/" + id + "/result", "Prefer", "wait=50");
  }

  /** The events of an execution, when it has closed. */
  static Answer events(OwnGateway gateway, String id) {
    return gateway
        .client()
        .get("/workflows/" + id + "/history/events", "Accept", "application/x-ndjson");
  }

  /** Ends executions with their ids as results. */
  static void end(WorkflowClient client, List<String> ids) {
    ids.forEach(id -> client.newUntypedWorkflowStub(id).signal("proceed", id));
  }

  /** Asserts that each caller has got the result it waited for. */
  static void assertAnswered(List<FutureTask<Answer>> callers, List<String> ids) {
    for (int index = 0; index < ids.size(); index++) {
      assertThat(callers.get(index)).succeedsWithin(PATIENCE);
      assertThat(callers.get(index).resultNow().is(200).text())
          .isEqualTo('"' + ids.get(index) + '"');
    }
  }

  /** Does something on a thread of its own. */
  static <T> FutureTask<T> later(Callable<T> call) {
    FutureTask<T> task = new FutureTask<>(call);
    Thread.startVirtualThread(task);
    return task;
  }
}
