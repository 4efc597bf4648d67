package io.github.temporalgateway.activity.standalone;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.payload.FailureMapper;
import io.github.temporalgateway.payload.OperationResult;
import io.github.temporalgateway.problem.GrpcTranslator;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.waiting.HeldCalls;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import io.temporal.api.activity.v1.ActivityExecutionOutcome;
import io.temporal.api.workflowservice.v1.DescribeActivityExecutionResponse;
import io.temporal.api.workflowservice.v1.PollActivityExecutionResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;

/** Waits for stand-alone Activities to close and says how they did. */
@Service
class ActivityResults {

  private static final Duration PAUSE = Duration.ofMillis(500);

  /** Temporal answers an empty poll so long before its deadline. */
  private static final Duration ANSWERED_BEFORE = Duration.ofSeconds(1);

  private final TemporalConnections connections;
  private final HeldCalls held;
  private final FailureMapper failures;

  ActivityResults(TemporalConnections connections, HeldCalls held, FailureMapper failures) {
    this.connections = connections;
    this.held = held;
    this.failures = failures;
  }

  /** The ending of a run, or of the latest one, within the wait. */
  ActivityEnding of(ActivityRef ref, Wait wait) {
    NamespaceConnection connection = connections.namespace(ref.namespace());
    DescribeActivityExecutionResponse now =
        connection.call(
            WorkflowServiceBlockingStub::describeActivityExecution,
            StandaloneMapper.toDescribe(ref, true),
            ProblemCode.ACTIVITY_NOT_FOUND);
    ActivityRef run = ref.atRun(now.getRunId());
    if (now.hasOutcome()) {
      return toEnding(run, now.getOutcome());
    }
    String status = StandaloneMapper.statusOf(now.getInfo().getStatus());
    return wait.none() ? new ActivityEnding.OpenActivity(run, status) : later(run, status, wait);
  }

  /** The ending of what was just started. */
  ActivityEnding ofStarted(ActivityRef run, Wait wait) {
    return later(run, "RUNNING", wait);
  }

  private ActivityEnding later(ActivityRef run, String status, Wait wait) {
    NamespaceConnection connection = connections.namespace(run.namespace());
    return held.<Optional<ActivityExecutionOutcome>>hold(
            wait.caller(), context -> poll(connection, run, wait, context))
        .map(outcome -> toEnding(run, outcome))
        .orElseGet(() -> new ActivityEnding.OpenActivity(run, status));
  }

  private static Optional<ActivityExecutionOutcome> poll(
      NamespaceConnection connection, ActivityRef run, Wait wait, Context context) {
    while (!context.isCancelled() && wait.left().isPositive()) {
      long began = System.nanoTime();
      Duration deadline = wait.left().plus(ANSWERED_BEFORE);
      try {
        PollActivityExecutionResponse response =
            connection
                .longPollStub()
                .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .pollActivityExecution(StandaloneMapper.toPoll(run));
        if (response.hasOutcome()) {
          return Optional.of(response.getOutcome());
        }
      } catch (StatusRuntimeException error) {
        switch (error.getStatus().getCode()) {
          case UNAVAILABLE -> connection.hurry();
          case RESOURCE_EXHAUSTED, CANCELLED, DEADLINE_EXCEEDED -> {}
          default -> throw GrpcTranslator.translate(error, ProblemCode.ACTIVITY_NOT_FOUND);
        }
      }
      if (System.nanoTime() - began < PAUSE.toNanos() && wait.left().isPositive()) {
        HeldCalls.sleep(context, PAUSE.compareTo(wait.left()) < 0 ? PAUSE : wait.left());
      }
    }
    return Optional.empty();
  }

  private ActivityEnding toEnding(ActivityRef run, ActivityExecutionOutcome outcome) {
    return outcome.hasFailure()
        ? new ActivityEnding.UnsuccessfulActivity(
            run,
            StandaloneMapper.codeOf(outcome.getFailure()),
            failures.toFailure(outcome.getFailure()))
        : new ActivityEnding.ReturnedActivity(run, new OperationResult(outcome.getResult()));
  }
}
