package io.github.temporalgateway.activity.standalone;

import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.payload.Failure;
import io.github.temporalgateway.payload.OperationResult;
import io.github.temporalgateway.problem.ProblemCode;

/** What there is to say of a stand-alone Activity at the end of a wait. */
sealed interface ActivityEnding {

  /** The Activity, at its run. */
  ActivityRef ref();

  /** It is still open. */
  record OpenActivity(ActivityRef ref, String status) implements ActivityEnding {}

  /** It returned. */
  record ReturnedActivity(ActivityRef ref, OperationResult result) implements ActivityEnding {}

  /** It failed, or was ended from outside. */
  record UnsuccessfulActivity(ActivityRef ref, ProblemCode code, Failure failure)
      implements ActivityEnding {}
}
