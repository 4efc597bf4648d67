package io.github.temporalgateway.connection;

import io.github.temporalgateway.kernel.CallerWatch;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.GrpcTranslator;
import io.github.temporalgateway.problem.ProblemCode;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.HistoryEventFilterType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.serviceclient.MetricsTag;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** One history long poll for each waiting caller. */
@Component
final class LongPollClosedRuns implements ClosedRuns, SmartLifecycle {

  /** Temporal ends a poll this long before its deadline, so that it never answers too late. */
  private static final Duration SERVER_MARGIN = Duration.ofSeconds(1);

  /** What is left of a wait when another poll is no longer worth its while. */
  private static final Duration NOT_WORTH_A_POLL = Duration.ofMillis(250);

  private static final Duration PAUSE_WHEN_REFUSED = Duration.ofSeconds(1);

  private final TemporalConnections connections;
  private final Set<Context.CancellableContext> waits = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  LongPollClosedRuns(TemporalConnections connections) {
    this.connections = connections;
  }

  @Override
  public Optional<HistoryEvent> closingEvent(ExecutionRef run, Wait wait) {
    NamespaceConnection connection = connections.namespace(run.namespace());
    GetWorkflowExecutionHistoryRequest request = requestFor(run);
    if (wait.none() || !running) {
      return eventOf(
          connection.call(
              WorkflowServiceBlockingStub::getWorkflowExecutionHistory,
              request,
              ProblemCode.WORKFLOW_NOT_FOUND));
    }
    Context.CancellableContext context = Context.current().withCancellation();
    waits.add(context);
    if (!running) {
      context.cancel(null);
    }
    try (CallerWatch.Registration _ = wait.caller().whenGone(() -> context.cancel(null))) {
      return context.wrap(() -> poll(connection, request, wait.time(), context)).call();
    } catch (RuntimeException known) {
      throw known;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      waits.remove(context);
      context.cancel(null);
    }
  }

  private static Optional<HistoryEvent> poll(
      NamespaceConnection connection,
      GetWorkflowExecutionHistoryRequest first,
      Duration time,
      Context context) {
    Deadline end = Deadline.after(time.toMillis(), TimeUnit.MILLISECONDS);
    GetWorkflowExecutionHistoryRequest request = first.toBuilder().setWaitNewEvent(true).build();
    while (!context.isCancelled() && left(end).compareTo(NOT_WORTH_A_POLL) > 0) {
      try {
        GetWorkflowExecutionHistoryResponse response =
            connection
                .stub()
                .withOption(MetricsTag.HISTORY_LONG_POLL_CALL_OPTIONS_KEY, true)
                .withDeadline(end.offset(SERVER_MARGIN.toMillis(), TimeUnit.MILLISECONDS))
                .getWorkflowExecutionHistory(request);
        Optional<HistoryEvent> event = eventOf(response);
        if (event.isPresent()) {
          return event;
        }
        request = request.toBuilder().setNextPageToken(response.getNextPageToken()).build();
      } catch (StatusRuntimeException error) {
        switch (error.getStatus().getCode()) {
          case UNAVAILABLE, RESOURCE_EXHAUSTED -> NamespaceConnection.pause(least(left(end)));
          case CANCELLED, DEADLINE_EXCEEDED -> {}
          default -> throw GrpcTranslator.translate(error, ProblemCode.WORKFLOW_NOT_FOUND);
        }
      }
    }
    return Optional.empty();
  }

  private static Duration left(Deadline end) {
    return Duration.ofMillis(end.timeRemaining(TimeUnit.MILLISECONDS));
  }

  private static Duration least(Duration left) {
    return left.compareTo(PAUSE_WHEN_REFUSED) < 0 && left.isPositive() ? left : PAUSE_WHEN_REFUSED;
  }

  private static GetWorkflowExecutionHistoryRequest requestFor(ExecutionRef run) {
    return GetWorkflowExecutionHistoryRequest.newBuilder()
        .setNamespace(run.namespace().value())
        .setExecution(
            WorkflowExecution.newBuilder()
                .setWorkflowId(run.workflowId())
                .setRunId(run.runIdOrEmpty()))
        .setHistoryEventFilterType(HistoryEventFilterType.HISTORY_EVENT_FILTER_TYPE_CLOSE_EVENT)
        .build();
  }

  private static Optional<HistoryEvent> eventOf(GetWorkflowExecutionHistoryResponse response) {
    return response.getHistory().getEventsList().stream().findFirst();
  }

  @Override
  public void start() {
    running = true;
  }

  /** Ends all waits early, before the web server stops, so that each caller gets its 202. */
  @Override
  public void stop() {
    running = false;
    waits.forEach(context -> context.cancel(null));
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
