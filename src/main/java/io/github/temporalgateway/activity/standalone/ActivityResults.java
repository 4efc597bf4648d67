package io.github.temporalgateway.activity.standalone;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.payload.FailureMapper;
import io.github.temporalgateway.payload.OperationResult;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.waiting.Awaited;
import io.github.temporalgateway.waiting.PolledResult;
import io.github.temporalgateway.waiting.ResultPolls;
import io.grpc.Deadline;
import io.temporal.api.activity.v1.ActivityExecutionOutcome;
import io.temporal.api.workflowservice.v1.DescribeActivityExecutionResponse;
import io.temporal.api.workflowservice.v1.PollActivityExecutionResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;

/** Waits for stand-alone Activities to close and says how they did. */
@Service
class ActivityResults {

  /** Temporal answers an empty poll so long before its deadline. */
  private static final long ANSWERED_BEFORE_SECONDS = 1;

  private final TemporalConnections connections;
  private final ResultPolls polls;
  private final FailureMapper failures;

  ActivityResults(TemporalConnections connections, ResultPolls polls, FailureMapper failures) {
    this.connections = connections;
    this.polls = polls;
    this.failures = failures;
  }

  /** The ending of a run, or of the latest one, within the wait. */
  ActivityEnding of(ActivityRef ref, Wait wait) {
    NamespaceConnection connection = connections.namespace(ref.namespace());
    DescribeActivityExecutionResponse now = described(connection, ref);
    ActivityRef run = ref.atRun(now.getRunId());
    if (now.hasOutcome()) {
      return toEnding(run, now.getOutcome());
    }
    String status = StandaloneMapper.statusOf(now.getInfo().getStatus());
    return wait.none() ? new ActivityEnding.OpenActivity(run, status) : later(run, status, wait);
  }

  private static DescribeActivityExecutionResponse described(
      NamespaceConnection connection, ActivityRef ref) {
    try {
      return connection.call(
          WorkflowServiceBlockingStub::describeActivityExecution,
          StandaloneMapper.toDescribe(ref, true),
          ProblemCode.ACTIVITY_NOT_FOUND);
    } catch (TemporalException refused) {
      throw refused.aboutActivity(ref.activityId(), ref.runId());
    }
  }

  /** The ending of what was just started. */
  ActivityEnding ofStarted(ActivityRef run, Wait wait) {
    return later(run, "RUNNING", wait);
  }

  private ActivityEnding later(ActivityRef run, String status, Wait wait) {
    NamespaceConnection connection = connections.namespace(run.namespace());
    try {
      return polls
          .await(connection, wait, Awaited.ACTIVITY, new PolledActivity(connection, run))
          .map(outcome -> toEnding(run, outcome))
          .orElseGet(() -> new ActivityEnding.OpenActivity(run, status));
    } catch (TemporalException refused) {
      throw refused.aboutActivity(run.activityId(), run.runId());
    }
  }

  private ActivityEnding toEnding(ActivityRef run, ActivityExecutionOutcome outcome) {
    return outcome.hasFailure()
        ? new ActivityEnding.UnsuccessfulActivity(
            run,
            StandaloneMapper.codeOf(outcome.getFailure()),
            failures.toFailure(outcome.getFailure()))
        : new ActivityEnding.ReturnedActivity(run, new OperationResult(outcome.getResult()));
  }

  private record PolledActivity(NamespaceConnection connection, ActivityRef run)
      implements PolledResult<ActivityExecutionOutcome> {

    @Override
    public Optional<ActivityExecutionOutcome> poll(Deadline end) {
      PollActivityExecutionResponse response =
          connection
              .longPollStub()
              .withDeadline(end.offset(ANSWERED_BEFORE_SECONDS, TimeUnit.SECONDS))
              .pollActivityExecution(StandaloneMapper.toPoll(run));
      return response.hasOutcome() ? Optional.of(response.getOutcome()) : Optional.empty();
    }

    @Override
    public Optional<ActivityExecutionOutcome> read(Deadline end) {
      DescribeActivityExecutionResponse response =
          connection
              .stub()
              .withDeadline(end)
              .describeActivityExecution(StandaloneMapper.toDescribe(run, true));
      return response.hasOutcome() ? Optional.of(response.getOutcome()) : Optional.empty();
    }
  }
}
