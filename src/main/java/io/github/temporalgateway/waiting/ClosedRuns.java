package io.github.temporalgateway.waiting;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.connection.Histories;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.CallerToken;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.TemporalException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
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
  private final PollLimits limits;
  private final MeterRegistry meters;
  private final Map<NamespaceName, RunWatches> watches = new ConcurrentHashMap<>();

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("waits").daemon().factory());

  ClosedRuns(
      TemporalConnections connections, HeldCalls held, PollLimits limits, MeterRegistry meters) {
    this.connections = connections;
    this.held = held;
    this.limits = limits;
    this.meters = meters;
  }

  /**
   * The event that closed a run, as things are now.
   *
   * @param run a run with its Run Id
   * @return empty when the run is open
   */
  public Optional<HistoryEvent> closingEvent(ExecutionRef run) {
    return Histories.closingEvent(
        connections
            .namespace(run.namespace())
            .call(
                WorkflowServiceBlockingStub::getWorkflowExecutionHistory,
                ClosePolls.requestFor(run).build(),
                ProblemCode.WORKFLOW_NOT_FOUND));
  }

  /**
   * Waits for the event that closes a run, and keeps no thread meanwhile. What depends on the
   * result must not block: it runs on the thread that tells all who wait for the run.
   *
   * @param run a run with its Run Id
   * @param wait how long to hold the caller while the run is open; the wait also ends when the
   *     caller hangs up or the gateway shuts down
   * @return empty when the run is still open
   */
  public CompletableFuture<Optional<HistoryEvent>> closingEvent(ExecutionRef run, Wait wait) {
    RunWatches watching = watches.computeIfAbsent(run.namespace(), this::counted);
    CallerToken token = connections.namespace(run.namespace()).tokenOfCaller();
    CompletableFuture<PollOutcome> end =
        watching
            .join(run, token)
            .completeOnTimeout(STILL_OPEN, wait.left().toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture<?> _ = end.whenComplete((_, _) -> watching.leave(run, token, end));
    return held.hold(wait.caller(), end, STILL_OPEN).thenApply(ClosedRuns::eventOf);
  }

  private static Optional<HistoryEvent> eventOf(PollOutcome outcome) {
    return switch (outcome) {
      case PollOutcome.Closed(HistoryEvent event) -> Optional.of(event);
      case PollOutcome.Failed(TemporalException problem, boolean _) -> throw problem;
      case PollOutcome.StillOpen _,
          PollOutcome.Paused _,
          PollOutcome.Refused _,
          PollOutcome.Unreachable _ ->
          Optional.empty();
    };
  }

  private RunWatches counted(NamespaceName name) {
    String tag = tagOf(name);
    Tags namespace = Tags.of("namespace", tag);
    meters.gauge("gateway.waiters", namespace, this, all -> all.waiters(tag));
    return new RunWatches(
        limits.of(name, Awaited.RUN), new ClosePolls(connections.namespace(name)), clock);
  }

  private String tagOf(NamespaceName name) {
    return connections.named().contains(name) ? name.value() : TemporalConnections.UNCONFIGURED;
  }

  /** Several Namespaces have one tag, and the first gauge of a tag is the only one. */
  private int waiters(String tag) {
    return watches.entrySet().stream()
        .filter(entry -> tagOf(entry.getKey()).equals(tag))
        .mapToInt(entry -> entry.getValue().waiters())
        .sum();
  }

  @Override
  public void destroy() {
    clock.shutdownNow();
  }
}
