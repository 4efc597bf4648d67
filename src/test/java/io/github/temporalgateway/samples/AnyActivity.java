package io.github.temporalgateway.samples;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.ActivityStub;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs the Activity that it is told to, and returns its result byte for byte. */
@WorkflowInterface
public interface AnyActivity {

  /**
   * Runs the Activity; when it is canceled it waits for the Activity to stop.
   *
   * @param input the Activity's argument; none when absent
   */
  @WorkflowMethod(name = "AnyActivity")
  RawValue run(Call call, @Nullable RawValue input);

  /**
   * What to run.
   *
   * @param activityType the Activity Type
   * @param taskQueue where its Workers poll
   * @param timeoutSeconds limit of an attempt; 300 when absent
   * @param heartbeatSeconds longest time between heartbeats; without limit when absent
   */
  record Call(
      String activityType,
      String taskQueue,
      @Nullable Integer timeoutSeconds,
      @Nullable Integer heartbeatSeconds) {}

  /** Retries every 100 ms, five times. */
  final class Impl implements AnyActivity {

    @Override
    public RawValue run(Call call, @Nullable RawValue input) {
      ActivityOptions.Builder options =
          ActivityOptions.newBuilder()
              .setTaskQueue(call.taskQueue())
              .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
              .setStartToCloseTimeout(
                  Duration.ofSeconds(call.timeoutSeconds() == null ? 300 : call.timeoutSeconds()))
              .setRetryOptions(
                  RetryOptions.newBuilder()
                      .setInitialInterval(Duration.ofMillis(100))
                      .setBackoffCoefficient(1)
                      .setMaximumAttempts(5)
                      .build());
      if (call.heartbeatSeconds() != null) {
        options.setHeartbeatTimeout(Duration.ofSeconds(call.heartbeatSeconds()));
      }
      ActivityStub stub = Workflow.newUntypedActivityStub(options.build());
      return input == null
          ? stub.execute(call.activityType(), RawValue.class)
          : stub.execute(call.activityType(), RawValue.class, input);
    }
  }
}
