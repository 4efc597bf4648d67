package io.github.temporalgateway.workflow;

import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.payload.Failure;
import io.github.temporalgateway.payload.OperationResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What there is to say of a run at the end of a wait. */
public sealed interface Ending {

  /** The run that was looked at last. */
  ExecutionRef run();

  /** Short status, such as {@code COMPLETED}. */
  String status();

  /** It is still open. */
  record Open(ExecutionRef run, String status) implements Ending {}

  /** It returned. */
  record Completed(ExecutionRef run, Instant closeTime, OperationResult result) implements Ending {

    @Override
    public String status() {
      return "COMPLETED";
    }
  }

  /** It failed, or was ended from outside. */
  record Unsuccessful(ExecutionRef run, Instant closeTime, String status, @Nullable Failure failure)
      implements Ending {}

  /** It went on as another run, and the caller wants this one only. */
  record Continued(ExecutionRef run, Instant closeTime, String status, ExecutionRef next)
      implements Ending {}
}
