package io.github.temporalgateway.activity;

import io.github.temporalgateway.payload.ProtoTimes;
import io.temporal.api.failure.v1.ApplicationFailureInfo;
import io.temporal.api.failure.v1.Failure;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** Why the gateway itself fails an attempt that Temporal has handed out; all may be retried. */
final class GivenBack {

  /** There may be other callers, who can take the task now. */
  private static final Duration SOON = Duration.ofMillis(100);

  private GivenBack() {}

  /** The caller has hung up before it got the task. */
  static Failure callerGone() {
    ApplicationFailureInfo.Builder info = ApplicationFailureInfo.newBuilder().setType("CallerGone");
    return failure(
        "The Worker hung up before it got the task.",
        info.setNextRetryDelay(ProtoTimes.toProto(SOON)));
  }

  /** The caller does not do this type; the retry policy says when somebody else can try. */
  static Failure unsupported(PollTasksRequest wanted) {
    Set<String> types = wanted.types() == null ? Set.of() : new TreeSet<>(wanted.types());
    return failure(
        "The Worker that polled does only " + String.join(", ", types) + ".",
        ApplicationFailureInfo.newBuilder().setType("UnsupportedActivityType"));
  }

  private static Failure failure(String message, ApplicationFailureInfo.Builder info) {
    return Failure.newBuilder()
        .setMessage(message)
        .setSource(FailureReports.SOURCE)
        .setApplicationFailureInfo(info)
        .build();
  }
}
