package io.github.temporalgateway.history;

import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.kernel.CallerWatch;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.github.temporalgateway.workflow.Ending;
import io.github.temporalgateway.workflow.ExecutionMapper;
import io.github.temporalgateway.workflow.Outcomes;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Follows histories while they happen, from run to run when the caller names none. */
@Service
class LiveHistories {

  private final Executions executions;
  private final Outcomes outcomes;
  private final RunFollower follower;
  private final HistoryMapper mapper;

  LiveHistories(
      Executions executions, Outcomes outcomes, RunFollower follower, HistoryMapper mapper) {
    this.executions = executions;
    this.outcomes = outcomes;
    this.follower = follower;
    this.mapper = mapper;
  }

  /**
   * Opens a stream.
   *
   * @return empty when the caller has all there will ever be
   */
  Optional<EventStream.Source> open(
      ExecutionRef ref, StreamPosition position, EventFilter filter, CallerWatch caller) {
    if (ref.runId() != null && position.runId() != null && !ref.runId().equals(position.runId())) {
      throw RefusedException.invalid(
          Violation.ofHeader("Last-Event-ID", "The position is in another run than runId."));
    }
    @Nullable String wanted = ref.runId() == null ? position.runId() : ref.runId();
    boolean chain = ref.runId() == null;
    WorkflowExecutionInfo info =
        executions
            .describe(new ExecutionRef(ref.namespace(), ref.workflowId(), wanted))
            .getWorkflowExecutionInfo();
    ExecutionRef run = ref.atRun(info.getExecution().getRunId());
    if (ExecutionMapper.isOpen(info.getStatus()) || position.eventId() < info.getHistoryLength()) {
      return Optional.of(sink -> follow(run, position.eventId(), chain, filter, caller, sink));
    }
    return next(run, chain).map(next -> sink -> follow(next, 0, true, filter, caller, sink));
  }

  private void follow(
      ExecutionRef first,
      long after,
      boolean chain,
      EventFilter filter,
      CallerWatch caller,
      HistorySink sink) {
    Optional<ExecutionRef> run = Optional.of(first);
    long seen = after;
    while (run.isPresent()) {
      ExecutionRef current = run.get();
      boolean closed =
          follower.follow(current, seen, event -> send(current, event, filter, sink), sink, caller);
      if (!closed) {
        sink.cut();
        return;
      }
      run = next(current, chain);
      seen = 0;
    }
  }

  private void send(ExecutionRef run, HistoryEvent event, EventFilter filter, HistorySink sink) {
    if (filter.admits(event)) {
      sink.event(mapper.toItem(event, StreamPosition.text(run, event.getEventId())));
    }
  }

  /** The run that a closed run went on as. */
  private Optional<ExecutionRef> next(ExecutionRef closed, boolean chain) {
    return chain && outcomes.ofRun(closed) instanceof Ending.Continued continued
        ? Optional.of(continued.next())
        : Optional.empty();
  }
}
