package io.github.temporalgateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.temporal.api.enums.v1.ResourceExhaustedCause;
import io.temporal.api.enums.v1.ResourceExhaustedScope;
import io.temporal.api.errordetails.v1.MultiOperationExecutionFailure;
import io.temporal.api.errordetails.v1.MultiOperationExecutionFailure.OperationStatus;
import io.temporal.api.errordetails.v1.NamespaceAlreadyExistsFailure;
import io.temporal.api.errordetails.v1.NamespaceNotFoundFailure;
import io.temporal.api.errordetails.v1.NotFoundFailure;
import io.temporal.api.errordetails.v1.ResourceExhaustedFailure;
import io.temporal.api.errordetails.v1.WorkflowExecutionAlreadyStartedFailure;
import io.temporal.api.failure.v1.MultiOperationExecutionAborted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each error of Temporal's gRPC API is one problem. */
class GrpcTranslatorTest {

  @ParameterizedTest
  @CsvSource({
    "INVALID_ARGUMENT, INVALID_ARGUMENT",
    "OUT_OF_RANGE, INVALID_ARGUMENT",
    "NOT_FOUND, SCHEDULE_NOT_FOUND",
    "ALREADY_EXISTS, CONFLICT",
    "FAILED_PRECONDITION, CONFLICT",
    "ABORTED, CONFLICT",
    "RESOURCE_EXHAUSTED, RESOURCE_EXHAUSTED",
    "UNAVAILABLE, TEMPORAL_UNAVAILABLE",
    "DEADLINE_EXCEEDED, TEMPORAL_TIMEOUT",
    "CANCELLED, TEMPORAL_TIMEOUT",
    "UNAUTHENTICATED, UPSTREAM_AUTH",
    "PERMISSION_DENIED, UPSTREAM_AUTH",
    "UNIMPLEMENTED, NOT_SUPPORTED",
    "INTERNAL, TEMPORAL_ERROR",
    "DATA_LOSS, TEMPORAL_ERROR",
    "UNKNOWN, TEMPORAL_ERROR"
  })
  void statusWithoutDetailDecides(Status.Code status, ProblemCode code) {
    TemporalException problem =
        translate(status.toStatus().withDescription("why").asRuntimeException());

    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.grpcStatus()).isEqualTo(status);
    assertThat(problem.detail()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(Status.Code.class)
  void errorWithoutWordsHasADetailAllTheSame(Status.Code status) {
    assertThat(translate(status.toStatus().asRuntimeException()).detail()).isNotBlank();
  }

  @Test
  void missingNamespaceIsToldApartFromWhatIsMissingInIt() {
    assertThat(
            translate(
                    error(
                        Status.Code.NOT_FOUND,
                        "Namespace x is not found.",
                        NamespaceNotFoundFailure.getDefaultInstance()))
                .code())
        .isEqualTo(ProblemCode.NAMESPACE_NOT_FOUND);
    assertThat(
            translate(
                    error(
                        Status.Code.NOT_FOUND, "no schedule", NotFoundFailure.getDefaultInstance()))
                .code())
        .isEqualTo(ProblemCode.SCHEDULE_NOT_FOUND);
  }

  @Test
  void closedExecutionIsAConflict() {
    assertThat(
            translate(
                    error(
                        Status.Code.NOT_FOUND,
                        "workflow execution already completed",
                        NotFoundFailure.getDefaultInstance()))
                .code())
        .isEqualTo(ProblemCode.WORKFLOW_CLOSED);
  }

  @Test
  void takenIdNamesTheRunThatHasIt() {
    TemporalException problem =
        translate(
            error(
                Status.Code.ALREADY_EXISTS,
                "Workflow execution is already running. WorkflowId: x, RunId: r.",
                WorkflowExecutionAlreadyStartedFailure.newBuilder().setRunId("run-1").build()));

    assertThat(problem.code()).isEqualTo(ProblemCode.WORKFLOW_ALREADY_STARTED);
    assertThat(problem.detail()).contains("run-1");
  }

  @Test
  void deadlineThatTemporalMissedItselfIsNoInvalidArgument() {
    assertThat(
            translate(
                    Status.INVALID_ARGUMENT
                        .withDescription("context deadline exceeded")
                        .asRuntimeException())
                .code())
        .isEqualTo(ProblemCode.TEMPORAL_TIMEOUT);
  }

  @Test
  void namespaceThatExistsAlreadyIsNoExecution() {
    assertThat(
            translate(
                    error(
                        Status.Code.ALREADY_EXISTS,
                        "Namespace \"x\" already exists",
                        NamespaceAlreadyExistsFailure.getDefaultInstance()))
                .code())
        .isEqualTo(ProblemCode.CONFLICT);
  }

  @Test
  void messageThatIsTooLargeIsNoThrottling() {
    assertThat(
            translate(
                    Status.RESOURCE_EXHAUSTED
                        .withDescription("grpc: received message larger than max (5 vs. 4)")
                        .asRuntimeException())
                .code())
        .isEqualTo(ProblemCode.PAYLOAD_TOO_LARGE);
    assertThat(
            translate(
                    error(
                        Status.Code.RESOURCE_EXHAUSTED,
                        "larger than max",
                        ResourceExhaustedFailure.newBuilder()
                            .setCause(ResourceExhaustedCause.RESOURCE_EXHAUSTED_CAUSE_RPS_LIMIT)
                            .build()))
                .code())
        .isEqualTo(ProblemCode.RESOURCE_EXHAUSTED);
    assertThat(
            translate(
                    Status.INVALID_ARGUMENT
                        .withDescription("Blob data size exceeds limit.")
                        .asRuntimeException())
                .code())
        .isEqualTo(ProblemCode.PAYLOAD_TOO_LARGE);
  }

  @Test
  void ofSeveralOperationsTheOneToBlameIsTold() {
    var failure =
        MultiOperationExecutionFailure.newBuilder()
            .addStatuses(
                OperationStatus.newBuilder()
                    .setCode(Status.Code.ABORTED.value())
                    .setMessage("Operation was aborted.")
                    .addDetails(Any.pack(MultiOperationExecutionAborted.getDefaultInstance())))
            .addStatuses(
                OperationStatus.newBuilder()
                    .setCode(Status.Code.INVALID_ARGUMENT.value())
                    .setMessage("the real reason"))
            .build();

    TemporalException problem =
        translate(error(Status.Code.ABORTED, "MultiOperation could not be executed.", failure));

    assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_ARGUMENT);
    assertThat(problem.detail()).isEqualTo("the real reason");
  }

  @Test
  void throttlingNamesTheLimitThatIsExhausted() {
    TemporalException problem =
        translate(
            error(
                Status.Code.RESOURCE_EXHAUSTED,
                "namespace rate limit exceeded",
                ResourceExhaustedFailure.newBuilder()
                    .setCause(ResourceExhaustedCause.RESOURCE_EXHAUSTED_CAUSE_RPS_LIMIT)
                    .setScope(ResourceExhaustedScope.RESOURCE_EXHAUSTED_SCOPE_NAMESPACE)
                    .build()));

    assertThat(problem.detail())
        .isEqualTo("namespace rate limit exceeded (cause RPS_LIMIT, scope NAMESPACE)");
  }

  @Test
  void innardsOfTemporalAreNotShown() {
    String secret = "panic: sql: password=hunter2\n\tat main.go:12";

    for (Status status :
        new Status[] {
          Status.INTERNAL,
          Status.UNKNOWN,
          Status.DATA_LOSS,
          Status.UNAVAILABLE,
          Status.UNAUTHENTICATED
        }) {
      assertThat(translate(status.withDescription(secret).asRuntimeException()).detail())
          .doesNotContain("hunter2");
    }
    assertThat(
            translate(Status.INVALID_ARGUMENT.withDescription("bad\nstack").asRuntimeException())
                .detail())
        .isEqualTo("bad");
  }

  private static TemporalException translate(StatusRuntimeException error) {
    return GrpcTranslator.translate(error, ProblemCode.SCHEDULE_NOT_FOUND);
  }

  private static StatusRuntimeException error(Status.Code code, String message, Message detail) {
    return StatusProto.toStatusRuntimeException(
        com.google.rpc.Status.newBuilder()
            .setCode(code.value())
            .setMessage(message)
            .addDetails(Any.pack(detail))
            .build());
  }
}
