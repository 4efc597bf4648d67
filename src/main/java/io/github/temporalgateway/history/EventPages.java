package io.github.temporalgateway.history;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.security.Permit;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads Event Histories in pages of exactly the size that callers want. */
@Service
class EventPages {

  /** Pages that are gone through for few events are large, and not too many for one request. */
  private static final int SIZE_WHEN_FILTERED = 250;

  private static final int MOST_FETCHES = 20;

  private final TemporalConnections connections;
  private final Executions executions;
  private final HistoryMapper mapper;

  EventPages(TemporalConnections connections, Executions executions, HistoryMapper mapper) {
    this.connections = connections;
    this.executions = executions;
    this.mapper = mapper;
  }

  /**
   * Reads one page. Where few events are wanted of a long history, it may be shorter than asked for
   * and still not the last one.
   *
   * @param types which events are wanted
   * @param reverse whether to begin with the last event
   */
  RunPage page(ExecutionRef ref, PageRequest request, EventTypes types, boolean reverse) {
    HistoryCursor cursor = begin(ref, request, reverse);
    ExecutionRef run = ref.atRun(cursor.runId());
    try {
      return page(run, request.size(), types, cursor);
    } catch (GatewayException refused) {
      if (!request.token().isEmpty() && isOfAnother(refused, ref)) {
        throw PageRequest.badToken();
      }
      throw refused.about(run.workflowId(), run.runId());
    }
  }

  /** Whether a token does not belong to the execution, which then still has to exist. */
  private boolean isOfAnother(GatewayException refused, ExecutionRef ref) {
    return switch (refused.code()) {
      case INVALID_ARGUMENT -> true;
      case WORKFLOW_NOT_FOUND -> executions.describe(ref).hasWorkflowExecutionInfo();
      default -> false;
    };
  }

  private HistoryCursor begin(ExecutionRef ref, PageRequest request, boolean reverse) {
    if (!request.token().isEmpty()) {
      HistoryCursor cursor = HistoryCursor.parse(request, reverse);
      if (ref.runId() != null && !cursor.runId().equals(ref.runId().toLowerCase(Locale.ROOT))) {
        throw PageRequest.badToken();
      }
      Permit.current().requireRun(ref.atRun(cursor.runId()));
      return cursor;
    }
    String runId = ref.runId() == null ? latestRun(ref) : ref.runId();
    return new HistoryCursor(runId, reverse, 0, ByteString.EMPTY);
  }

  private String latestRun(ExecutionRef ref) {
    WorkflowExecutionInfo info = executions.describe(ref).getWorkflowExecutionInfo();
    Permit.current().requireKind(ref, Executions.kindOf(info));
    return info.getExecution().getRunId();
  }

  private RunPage page(ExecutionRef run, int size, EventTypes types, HistoryCursor from) {
    List<WorkflowEvent> items = new ArrayList<>();
    HistoryCursor cursor = from;
    for (int fetches = 0; fetches < MOST_FETCHES && items.size() < size; fetches++) {
      Fetched fetched = fetch(run, types.all() ? size : SIZE_WHEN_FILTERED, cursor);
      List<HistoryEvent> events = fetched.events();
      for (int i = cursor.skip(); i < events.size(); i++) {
        if (types.include(events.get(i))) {
          if (items.size() == size) {
            return new RunPage(run, items, cursor.at(cursor.page(), i));
          }
          items.add(mapper.toEvent(events.get(i)));
        }
      }
      if (fetched.next().isEmpty()) {
        return new RunPage(run, items, null);
      }
      cursor = cursor.at(fetched.next(), Math.max(0, cursor.skip() - events.size()));
    }
    return new RunPage(run, items, cursor);
  }

  private Fetched fetch(ExecutionRef run, int size, HistoryCursor cursor) {
    NamespaceConnection connection = connections.namespace(run.namespace());
    if (cursor.reverse()) {
      var response =
          connection.call(
              WorkflowServiceBlockingStub::getWorkflowExecutionHistoryReverse,
              HistoryMapper.toReverse(run, size, cursor.page()),
              ProblemCode.WORKFLOW_NOT_FOUND);
      return new Fetched(response.getHistory().getEventsList(), response.getNextPageToken());
    }
    var response =
        connection.call(
            WorkflowServiceBlockingStub::getWorkflowExecutionHistory,
            HistoryMapper.toForward(run, size, cursor.page()),
            ProblemCode.WORKFLOW_NOT_FOUND);
    return new Fetched(response.getHistory().getEventsList(), response.getNextPageToken());
  }

  private record Fetched(List<HistoryEvent> events, ByteString next) {}

  /**
   * A page, and where the next one begins.
   *
   * @param run the run that was read
   * @param next null on the last page
   */
  record RunPage(ExecutionRef run, List<WorkflowEvent> items, @Nullable HistoryCursor next) {

    EventPage body() {
      return new EventPage(items, next == null ? null : next.toToken());
    }
  }
}
