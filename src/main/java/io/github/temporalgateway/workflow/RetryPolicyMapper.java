package io.github.temporalgateway.workflow;

import io.github.temporalgateway.payload.ProtoTimes;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where retry policies meet Temporal's protobuf. */
public final class RetryPolicyMapper {

  private RetryPolicyMapper() {}

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
  public static RetryPolicy toPolicy(io.temporal.api.common.v1.RetryPolicy policy) {
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
