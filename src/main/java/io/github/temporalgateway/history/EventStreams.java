package io.github.temporalgateway.history;

import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.kernel.CallerWatch;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.security.Permit;
import io.github.temporalgateway.waiting.ClosedRuns;
import io.github.temporalgateway.workflow.ExecutionMapper;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Follows executions event by event. */
@Service
class EventStreams {

  private final Executions executions;
  private final ClosedRuns closedRuns;
  private final EventFeeds feeds;
  private final HistoryMapper mapper;

  EventStreams(
      Executions executions, ClosedRuns closedRuns, EventFeeds feeds, HistoryMapper mapper) {
    this.executions = executions;
    this.closedRuns = closedRuns;
    this.feeds = feeds;
    this.mapper = mapper;
  }

  /**
   * Finds the execution and where to go on, so that what is wrong with them is answered at once.
   *
   * @param ref with a Run Id for that run only; else the runs that it goes on as are followed
   * @return empty when nothing comes after the position any more
   */
  Optional<EventStream> open(
      ExecutionRef ref, EventPosition after, EventTypes types, CallerWatch caller) {
    boolean follow = ref.runId() == null;
    WorkflowExecutionInfo info =
        executions
            .describe(after.runId() == null ? ref : ref.atRun(after.runId()))
            .getWorkflowExecutionInfo();
    ExecutionRef run = ref.atRun(info.getExecution().getRunId());
    Permit permit = Permit.current();
    permit.requireKind(run, Executions.kindOf(info));
    if (after.eventId() > info.getHistoryLength()) {
      throw after.isBeyond(info.getHistoryLength()).about(run.workflowId(), run.runId());
    }
    if (ExecutionMapper.isOpen(info.getStatus()) || after.eventId() < info.getHistoryLength()) {
      EventFeed feed = feeds.of(run, info.getHistoryLength(), caller);
      return Optional.of(new EventStream(feed, after.eventId(), follow, types, permit, mapper));
    }
    return closedRuns
        .closingEvent(run)
        .filter(_ -> follow)
        .flatMap(closing -> EventStream.next(run, closing, permit))
        .map(next -> feeds.of(next, 1, caller))
        .map(feed -> new EventStream(feed, 0, true, types, permit, mapper));
  }
}
