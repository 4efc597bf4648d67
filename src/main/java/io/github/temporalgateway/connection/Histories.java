package io.github.temporalgateway.connection;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.problem.ProblemCode;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.History;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryReverseRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryReverseResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Event Histories as streams that fetch a page when they need one and hold no more than that. */
@Component
public final class Histories {

  private static final int PAGE_SIZE = 200;

  private static final Set<EventType> CLOSING =
      EnumSet.of(
          EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED,
          EventType.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED,
          EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIMED_OUT,
          EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED,
          EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED,
          EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW);

  private final TemporalConnections connections;

  Histories(TemporalConnections connections) {
    this.connections = connections;
  }

  /**
   * Whether an event is the last one of its run. While a run is paused, Temporal answers those who
   * wait for its events as if it had closed: at once, without a token for what comes next, and with
   * the newest event where only the closing one was asked for.
   */
  public static boolean isClosing(HistoryEvent event) {
    return CLOSING.contains(event.getEventType());
  }

  /** The event that closed a run, in an answer to the question for that one. */
  public static Optional<HistoryEvent> closingEvent(GetWorkflowExecutionHistoryResponse response) {
    return response.getHistory().getEventsList().stream().filter(Histories::isClosing).findFirst();
  }

  /** The events of a run, from the first on. */
  public Stream<HistoryEvent> events(ExecutionRef run) {
    return pages(token -> page(run, token));
  }

  /** The events of a run, from the last one back. */
  public Stream<HistoryEvent> eventsFromTheEnd(ExecutionRef run) {
    return pages(token -> pageFromTheEnd(run, token));
  }

  private static Stream<HistoryEvent> pages(Function<ByteString, Page> fetch) {
    return Stream.iterate(
            fetch.apply(ByteString.EMPTY),
            page -> page != Page.END,
            page -> page.next().isEmpty() ? Page.END : fetch.apply(page.next()))
        .flatMap(page -> page.history().getEventsList().stream());
  }

  private Page page(ExecutionRef run, ByteString token) {
    GetWorkflowExecutionHistoryResponse response =
        connections
            .namespace(run.namespace())
            .call(
                WorkflowServiceBlockingStub::getWorkflowExecutionHistory,
                GetWorkflowExecutionHistoryRequest.newBuilder()
                    .setNamespace(run.namespace().value())
                    .setExecution(Executions.toProto(run))
                    .setMaximumPageSize(PAGE_SIZE)
                    .setNextPageToken(token)
                    .build(),
                ProblemCode.WORKFLOW_NOT_FOUND);
    return new Page(response.getHistory(), response.getNextPageToken());
  }

  private Page pageFromTheEnd(ExecutionRef run, ByteString token) {
    GetWorkflowExecutionHistoryReverseResponse response =
        connections
            .namespace(run.namespace())
            .call(
                WorkflowServiceBlockingStub::getWorkflowExecutionHistoryReverse,
                GetWorkflowExecutionHistoryReverseRequest.newBuilder()
                    .setNamespace(run.namespace().value())
                    .setExecution(Executions.toProto(run))
                    .setMaximumPageSize(PAGE_SIZE)
                    .setNextPageToken(token)
                    .build(),
                ProblemCode.WORKFLOW_NOT_FOUND);
    return new Page(response.getHistory(), response.getNextPageToken());
  }

  private record Page(History history, ByteString next) {

    private static final Page END = new Page(History.getDefaultInstance(), ByteString.EMPTY);
  }
}
