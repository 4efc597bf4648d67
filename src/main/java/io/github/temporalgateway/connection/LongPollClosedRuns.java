package io.github.temporalgateway.connection;

import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.GrpcTranslator;
import io.github.temporalgateway.problem.ProblemCode;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.HistoryEventFilterType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** One history long poll for each waiting caller. */
@Component
final class LongPollClosedRuns implements ClosedRuns {

  /** Temporal ends a poll this long before its deadline, so that it never answers too late. */
  private static final Duration SERVER_MARGIN = Duration.ofSeconds(1);

  /** What is left of a wait when another poll is no longer worth its while. */
  private static final Duration NOT_WORTH_A_POLL = Duration.ofMillis(250);

  private final TemporalConnections connections;
  private final HeldCalls held;

  LongPollClosedRuns(TemporalConnections connections, HeldCalls held) {
    this.connections = connections;
    this.held = held;
  }

  @Override
  public Optional<HistoryEvent> closingEvent(ExecutionRef run, Wait wait) {
    NamespaceConnection connection = connections.namespace(run.namespace());
    GetWorkflowExecutionHistoryRequest request = requestFor(run);
    if (wait.none()) {
      return eventOf(
          connection.call(
              WorkflowServiceBlockingStub::getWorkflowExecutionHistory,
              request,
              ProblemCode.WORKFLOW_NOT_FOUND));
    }
    return held.hold(wait.caller(), context -> poll(connection, request, wait.time(), context));
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
                .longPollStub()
                .withDeadline(end.offset(SERVER_MARGIN.toMillis(), TimeUnit.MILLISECONDS))
                .getWorkflowExecutionHistory(request);
        Optional<HistoryEvent> event = eventOf(response);
        if (event.isPresent()) {
          return event;
        }
        request = request.toBuilder().setNextPageToken(response.getNextPageToken()).build();
      } catch (StatusRuntimeException error) {
        switch (error.getStatus().getCode()) {
          case UNAVAILABLE, RESOURCE_EXHAUSTED -> NamespaceConnection.pauseBefore(end);
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

  private static GetWorkflowExecutionHistoryRequest requestFor(ExecutionRef run) {
    return GetWorkflowExecutionHistoryRequest.newBuilder()
        .setNamespace(run.namespace().value())
        .setExecution(Executions.toProto(run))
        .setHistoryEventFilterType(HistoryEventFilterType.HISTORY_EVENT_FILTER_TYPE_CLOSE_EVENT)
        .build();
  }

  private static Optional<HistoryEvent> eventOf(GetWorkflowExecutionHistoryResponse response) {
    return response.getHistory().getEventsList().stream().findFirst();
  }
}
