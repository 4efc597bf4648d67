package io.github.temporalgateway.waiting;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.TemporalException;
import io.grpc.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Waits for runs to close. */
@Component
public final class ClosedRuns implements DisposableBean {

  private static final PollOutcome STILL_OPEN = new PollOutcome.StillOpen(ByteString.EMPTY);

  private final TemporalConnections connections;
  private final HeldCalls held;
  private final WaitProperties properties;
  private final MeterRegistry meters;
  private final Map<NamespaceName, RunWatches> watches = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("waits").daemon().factory());

  ClosedRuns(
      TemporalConnections connections,
      HeldCalls held,
      WaitProperties properties,
      MeterRegistry meters) {
    this.connections = connections;
    this.held = held;
    this.properties = properties;
    this.meters = meters;
  }

  /**
   * The event that closed a run.
   *
   * @param run a run with its Run Id
   * @param wait how long to hold the caller while the run is open; the wait also ends when the
   *     caller hangs up or the gateway shuts down
   * @return empty when the run is still open
   */
  public Optional<HistoryEvent> closingEvent(ExecutionRef run, Wait wait) {
    NamespaceConnection connection = connections.namespace(run.namespace());
    if (wait.none()) {
      return connection
          .call(
              WorkflowServiceBlockingStub::getWorkflowExecutionHistory,
              ClosePolls.requestFor(run).build(),
              ProblemCode.WORKFLOW_NOT_FOUND)
          .getHistory()
          .getEventsList()
          .stream()
          .findFirst();
    }
    RunWatches watching = watches.computeIfAbsent(run.namespace(), _ -> watches(connection));
    return held.hold(wait.caller(), context -> closingEvent(watching, run, wait.time(), context));
  }

  private RunWatches watches(NamespaceConnection connection) {
    RunWatches created = new RunWatches(properties, new ClosePolls(connection), clock);
    Tags namespace = Tags.of("namespace", connection.name().value());
    meters.gauge("gateway.waiters", namespace, created, RunWatches::waiters);
    meters.gauge("gateway.long.polls", namespace, created, RunWatches::longPolls);
    return created;
  }

  private static Optional<HistoryEvent> closingEvent(
      RunWatches watching, ExecutionRef run, Duration time, Context context) {
    CompletableFuture<PollOutcome> end =
        watching.join(run).completeOnTimeout(STILL_OPEN, time.toMillis(), TimeUnit.MILLISECONDS);
    context.addListener(_ -> end.complete(STILL_OPEN), Runnable::run);
    try {
      return switch (end.join()) {
        case PollOutcome.Closed(HistoryEvent event) -> Optional.of(event);
        case PollOutcome.Failed(TemporalException problem) -> throw problem;
        case PollOutcome.StillOpen _, PollOutcome.Refused _, PollOutcome.Unreachable _ ->
            Optional.empty();
      };
    } finally {
      watching.leave(run, end);
    }
  }

  @Override
  public void destroy() {
    clock.shutdownNow();
  }
}
