package io.github.temporalgateway.batch;

import io.github.temporalgateway.activity.command.ActivityOptionsMapper;
import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.kernel.Identifiers;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.temporal.api.batch.v1.BatchOperationResetActivities;
import io.temporal.api.batch.v1.BatchOperationUnpauseActivities;
import io.temporal.api.batch.v1.BatchOperationUpdateActivityOptions;
import io.temporal.api.workflowservice.v1.UpdateActivityExecutionOptionsRequest;

/** Where what batches do with the Activities of executions meets Temporal's protobuf. */
final class ActivityOperationMapper {

  private ActivityOperationMapper() {}

  static BatchOperationUnpauseActivities toUnpause(BatchOperation operation, String identity) {
    BatchOperationUnpauseActivities.Builder unpause =
        BatchOperationUnpauseActivities.newBuilder().setIdentity(identity);
    if (operation.activityType() == null) {
      unpause.setMatchAll(true);
    } else {
      unpause.setType(type(operation.activityType()));
    }
    if (operation.jitter() != null) {
      unpause.setJitter(ProtoTimes.toProto(operation.jitter()));
    }
    return unpause.build();
  }

  static BatchOperationResetActivities toReset(BatchOperation operation, String identity) {
    BatchOperationResetActivities.Builder reset =
        BatchOperationResetActivities.newBuilder()
            .setIdentity(identity)
            .setKeepPaused(Boolean.TRUE.equals(operation.keepPaused()))
            .setRestoreOriginalOptions(Boolean.TRUE.equals(operation.restoreOriginalOptions()));
    if (operation.activityType() == null) {
      reset.setMatchAll(true);
    } else {
      reset.setType(type(operation.activityType()));
    }
    if (operation.jitter() != null) {
      reset.setJitter(ProtoTimes.toProto(operation.jitter()));
    }
    return reset.build();
  }

  /** The same options as of one Activity, and the same rules. */
  static BatchOperationUpdateActivityOptions toUpdate(BatchOperation operation, String identity) {
    if (operation.activityOptions() == null) {
      throw RefusedException.invalid(
          Violation.at("/activityOptions", "The operation needs the options to change."));
    }
    UpdateActivityExecutionOptionsRequest one;
    try {
      one =
          ActivityOptionsMapper.toUpdate(
              new ActivityRef(new NamespaceName(""), null, "", null),
              operation.activityOptions(),
              identity);
    } catch (RefusedException refused) {
      throw refused.below("/activityOptions");
    }
    BatchOperationUpdateActivityOptions.Builder update =
        BatchOperationUpdateActivityOptions.newBuilder().setIdentity(identity);
    if (operation.activityType() == null) {
      update.setMatchAll(true);
    } else {
      update.setType(type(operation.activityType()));
    }
    return one.getRestoreOriginal()
        ? update.setRestoreOriginal(true).build()
        : update
            .setActivityOptions(one.getActivityOptions())
            .setUpdateMask(one.getUpdateMask())
            .build();
  }

  private static String type(String activityType) {
    return Identifiers.check("/activityType", activityType);
  }
}
