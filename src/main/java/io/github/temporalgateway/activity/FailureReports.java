package io.github.temporalgateway.activity;

import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.payload.PayloadMapper;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.enums.v1.ApplicationErrorCategory;
import io.temporal.api.failure.v1.ApplicationFailureInfo;
import io.temporal.api.failure.v1.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where reported failures meet Temporal's protobuf. */
final class FailureReports {

  /** Workers cannot read what is nested a hundredfold. */
  private static final int MOST = 20;

  /** Who the failures say they come from. */
  static final String SOURCE = "temporal-rest-gateway";

  private FailureReports() {}

  /** An application failure with all its causes. */
  static Failure toProto(ReportedFailure failure) {
    return toProto(failure, "/failure", 1);
  }

  private static Failure toProto(ReportedFailure failure, String pointer, int depth) {
    if (depth > MOST) {
      throw RefusedException.invalid(
          Violation.at(pointer, "A failure has at most " + MOST + " levels."));
    }
    Failure.Builder proto =
        Failure.newBuilder()
            .setMessage(failure.message())
            .setSource(SOURCE)
            .setApplicationFailureInfo(toInfo(failure, pointer));
    if (failure.cause() != null) {
      proto.setCause(toProto(failure.cause(), pointer + "/cause", depth + 1));
    }
    return proto.build();
  }

  private static ApplicationFailureInfo toInfo(ReportedFailure failure, String pointer) {
    ApplicationFailureInfo.Builder info =
        ApplicationFailureInfo.newBuilder()
            .setNonRetryable(Boolean.TRUE.equals(failure.nonRetryable()))
            .setDetails(toPayloads(failure.details(), pointer + "/details"));
    if (failure.type() != null) {
      info.setType(failure.type());
    }
    if (failure.nextRetryDelay() != null) {
      info.setNextRetryDelay(ProtoTimes.toProto(failure.nextRetryDelay()));
    }
    if (failure.category() == FailureCategory.BENIGN) {
      info.setCategory(ApplicationErrorCategory.APPLICATION_ERROR_CATEGORY_BENIGN);
    }
    return info.build();
  }

  private static Payloads toPayloads(@Nullable List<JsonValue> details, String pointer) {
    Payloads.Builder payloads = Payloads.newBuilder();
    for (int i = 0; details != null && i < details.size(); i++) {
      payloads.addPayloads(PayloadMapper.toPayload(details.get(i), pointer + "/" + i));
    }
    return payloads.build();
  }
}
