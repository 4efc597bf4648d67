package io.github.temporalgateway.workflow;

import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.temporal.api.deployment.v1.WorkerDeploymentVersion;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where options that several requests have meet Temporal's protobuf. */
public final class OptionsMapper {

  private OptionsMapper() {}

  /** Order of tasks for Temporal. */
  public static io.temporal.api.common.v1.Priority toProto(Priority priority) {
    io.temporal.api.common.v1.Priority.Builder proto =
        io.temporal.api.common.v1.Priority.newBuilder();
    if (priority.priorityKey() != null) {
      proto.setPriorityKey(priority.priorityKey());
    }
    if (priority.fairnessKey() != null) {
      proto.setFairnessKey(priority.fairnessKey());
    }
    if (priority.fairnessWeight() != null) {
      proto.setFairnessWeight(priority.fairnessWeight());
    }
    return proto.build();
  }

  /** A versioning override for Temporal; refuses one that sets both members or none. */
  public static io.temporal.api.workflow.v1.VersioningOverride toProto(
      VersioningOverride override) {
    io.temporal.api.workflow.v1.VersioningOverride.Builder proto =
        io.temporal.api.workflow.v1.VersioningOverride.newBuilder();
    boolean autoUpgrade = Boolean.TRUE.equals(override.autoUpgrade());
    if ((override.pinned() == null) != autoUpgrade) {
      throw RefusedException.invalid(
          Violation.at("/versioningOverride", "Set either pinned, or autoUpgrade to true."));
    }
    if (override.pinned() == null) {
      return proto.setAutoUpgrade(true).build();
    }
    return proto
        .setPinned(
            io.temporal.api.workflow.v1.VersioningOverride.PinnedOverride.newBuilder()
                .setBehavior(
                    io.temporal.api.workflow.v1.VersioningOverride.PinnedOverrideBehavior
                        .PINNED_OVERRIDE_BEHAVIOR_PINNED)
                .setVersion(
                    WorkerDeploymentVersion.newBuilder()
                        .setDeploymentName(override.pinned().deploymentName())
                        .setBuildId(override.pinned().buildId())))
        .build();
  }

  /** Order of tasks as JSON; members that are not set are left out. */
  public static Priority toPriority(io.temporal.api.common.v1.Priority priority) {
    return new Priority(
        priority.getPriorityKey() == 0 ? null : priority.getPriorityKey(),
        priority.getFairnessKey().isEmpty() ? null : priority.getFairnessKey(),
        priority.getFairnessWeight() == 0 ? null : priority.getFairnessWeight());
  }

  /** A versioning override as JSON. */
  public static VersioningOverride toOverride(
      io.temporal.api.workflow.v1.VersioningOverride override) {
    return override.hasPinned()
        ? new VersioningOverride(toVersion(override.getPinned().getVersion()), null)
        : new VersioningOverride(null, override.getAutoUpgrade());
  }

  /** A Worker Deployment Version as JSON. */
  public static DeploymentVersion toVersion(
      io.temporal.api.deployment.v1.WorkerDeploymentVersion version) {
    return new DeploymentVersion(version.getDeploymentName(), version.getBuildId());
  }

  /** A retry policy for Temporal, which fills in what is not set. */
  public static io.temporal.api.common.v1.RetryPolicy toProto(RetryPolicy policy) {
    io.temporal.api.common.v1.RetryPolicy.Builder proto =
        io.temporal.api.common.v1.RetryPolicy.newBuilder();
    if (policy.initialInterval() != null) {
      proto.setInitialInterval(ProtoTimes.toProto(policy.initialInterval()));
    }
    if (policy.maximumInterval() != null) {
      proto.setMaximumInterval(ProtoTimes.toProto(policy.maximumInterval()));
    }
    if (policy.backoffCoefficient() != null) {
      proto.setBackoffCoefficient(policy.backoffCoefficient());
    }
    if (policy.maximumAttempts() != null) {
      proto.setMaximumAttempts(policy.maximumAttempts());
    }
    if (policy.nonRetryableErrorTypes() != null) {
      proto.addAllNonRetryableErrorTypes(policy.nonRetryableErrorTypes());
    }
    return proto.build();
  }

  /** A retry policy as JSON. */
  public static RetryPolicy toRetryPolicy(io.temporal.api.common.v1.RetryPolicy policy) {
    List<String> types = List.copyOf(policy.getNonRetryableErrorTypesList());
    return new RetryPolicy(
        time(policy.hasInitialInterval(), policy.getInitialInterval()),
        policy.getBackoffCoefficient() == 0 ? null : policy.getBackoffCoefficient(),
        time(policy.hasMaximumInterval(), policy.getMaximumInterval()),
        policy.getMaximumAttempts(),
        types.isEmpty() ? null : types);
  }

  private static @Nullable Duration time(boolean present, com.google.protobuf.Duration time) {
    return present ? ProtoTimes.toDuration(time) : null;
  }
}
