package io.github.temporalgateway.problem;

import static io.temporal.serviceclient.StatusUtils.getFailure;
import static io.temporal.serviceclient.StatusUtils.hasFailure;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.temporal.api.errordetails.v1.MultiOperationExecutionFailure;
import io.temporal.api.errordetails.v1.NamespaceAlreadyExistsFailure;
import io.temporal.api.errordetails.v1.NamespaceNotFoundFailure;
import io.temporal.api.errordetails.v1.ResourceExhaustedFailure;
import io.temporal.api.errordetails.v1.WorkflowExecutionAlreadyStartedFailure;
import io.temporal.api.failure.v1.MultiOperationExecutionAborted;
import org.jspecify.annotations.Nullable;

/**
 * Turns the errors of Temporal's gRPC API into problems: by status and typed error detail, and by
 * message text only where Temporal gives no detail.
 */
public final class GrpcTranslator {

  /** Trailer of calls that were made with the caller's own credential. */
  public static final Metadata.Key<String> FORWARDED =
      Metadata.Key.of("gateway-forwarded", Metadata.ASCII_STRING_MARSHALLER);

  private GrpcTranslator() {}

  /**
   * Translates an error.
   *
   * @param error what the stub threw
   * @param notFound what a NOT_FOUND means for the operation, such as {@code WORKFLOW_NOT_FOUND}
   */
  public static TemporalException translate(StatusRuntimeException error, ProblemCode notFound) {
    return translateOne(unwrapped(error), notFound);
  }

  /** Of several operations that were to happen together, the one that was to blame. */
  private static StatusRuntimeException unwrapped(StatusRuntimeException error) {
    MultiOperationExecutionFailure failure =
        getFailure(error, MultiOperationExecutionFailure.class);
    if (failure == null) {
      return error;
    }
    return failure.getStatusesList().stream()
        .filter(status -> status.getCode() != Status.Code.OK.value() && !isAborted(status))
        .findFirst()
        .map(status ->
            StatusProto.toStatusRuntimeException(
                com.google.rpc.Status.newBuilder()
                    .setCode(status.getCode())
                    .setMessage(status.getMessage())
                    .addAllDetails(status.getDetailsList())
                    .build()))
        .orElse(error);
  }

  private static boolean isAborted(MultiOperationExecutionFailure.OperationStatus status) {
    return status.getDetailsList().stream()
        .anyMatch(detail -> detail.is(MultiOperationExecutionAborted.class));
  }

  private static TemporalException translateOne(
      StatusRuntimeException error, ProblemCode notFound) {
    return isTooLarge(error.getStatus(), error.getCause())
        ? new TemporalException(
            ProblemCode.TEMPORAL_ERROR,
            "The answer of the Temporal Service is larger than the gateway takes"
                + " (gateway.temporal.channel.max-response).",
            error)
        : new TemporalException(codeOf(error, notFound), detailOf(error), error);
  }

  /**
   * gRPC gives up a call by itself when it cannot take the answer: in words that no server uses, or
   * as the cause of a cancelled call when the answer was compressed.
   */
  private static boolean isTooLarge(Status status, @Nullable Throwable cause) {
    return switch (status.getCode()) {
      case RESOURCE_EXHAUSTED -> says(status, "gRPC message exceeds maximum size");
      case CANCELLED ->
          cause instanceof StatusRuntimeException reason
              && reason.getStatus().getCode() == Status.Code.RESOURCE_EXHAUSTED;
      default -> false;
    };
  }

  private static ProblemCode codeOf(StatusRuntimeException error, ProblemCode notFound) {
    return switch (error.getStatus().getCode()) {
      case INVALID_ARGUMENT, OUT_OF_RANGE -> argumentCode(error);
      case NOT_FOUND -> notFoundCode(error, notFound);
      case ALREADY_EXISTS ->
          isExecution(error) ? ProblemCode.WORKFLOW_ALREADY_STARTED : ProblemCode.CONFLICT;
      case FAILED_PRECONDITION, ABORTED -> ProblemCode.CONFLICT;
      case RESOURCE_EXHAUSTED ->
          !hasFailure(error, ResourceExhaustedFailure.class) && says(error, "larger than max")
              ? ProblemCode.PAYLOAD_TOO_LARGE
              : ProblemCode.RESOURCE_EXHAUSTED;
      case UNAVAILABLE -> ProblemCode.TEMPORAL_UNAVAILABLE;
      case DEADLINE_EXCEEDED, CANCELLED -> ProblemCode.TEMPORAL_TIMEOUT;
      case UNAUTHENTICATED ->
          isForwarded(error) ? ProblemCode.UNAUTHENTICATED : ProblemCode.UPSTREAM_AUTH;
      case PERMISSION_DENIED ->
          isForwarded(error) ? ProblemCode.PERMISSION_DENIED : ProblemCode.UPSTREAM_AUTH;
      case UNIMPLEMENTED -> ProblemCode.NOT_SUPPORTED;
      case INTERNAL, DATA_LOSS, UNKNOWN, OK -> ProblemCode.TEMPORAL_ERROR;
    };
  }

  private static ProblemCode argumentCode(StatusRuntimeException error) {
    if (says(error, "size exceeds limit")) {
      return ProblemCode.PAYLOAD_TOO_LARGE;
    }
    return says(error, "context deadline exceeded")
        ? ProblemCode.TEMPORAL_TIMEOUT
        : ProblemCode.INVALID_ARGUMENT;
  }

  private static ProblemCode notFoundCode(StatusRuntimeException error, ProblemCode notFound) {
    if (hasFailure(error, NamespaceNotFoundFailure.class)) {
      return ProblemCode.NAMESPACE_NOT_FOUND;
    }
    return says(error, "already completed") ? ProblemCode.WORKFLOW_CLOSED : notFound;
  }

  private static String detailOf(StatusRuntimeException error) {
    Status status = error.getStatus();
    return switch (status.getCode()) {
      case UNAVAILABLE -> "The Temporal Service cannot be reached.";
      case DEADLINE_EXCEEDED -> "The Temporal Service did not answer within the deadline.";
      case UNAUTHENTICATED, PERMISSION_DENIED ->
          isForwarded(error)
              ? "The Temporal Service refused this with the caller's token."
              : "The Temporal Service refused the gateway's credential.";
      case ALREADY_EXISTS -> alreadyStarted(error);
      case INTERNAL, DATA_LOSS, UNKNOWN -> "The Temporal Service reported an internal error.";
      case RESOURCE_EXHAUSTED -> firstLine(status.getDescription()) + limit(error);
      default -> firstLine(status.getDescription());
    };
  }

  private static boolean isForwarded(StatusRuntimeException error) {
    return error.getTrailers() != null && error.getTrailers().containsKey(FORWARDED);
  }

  private static String alreadyStarted(StatusRuntimeException error) {
    @Nullable WorkflowExecutionAlreadyStartedFailure failure =
        getFailure(error, WorkflowExecutionAlreadyStartedFailure.class);
    return failure == null
        ? firstLine(error.getStatus().getDescription())
        : "The Workflow Id is taken by run " + failure.getRunId() + ".";
  }

  private static String limit(StatusRuntimeException error) {
    @Nullable ResourceExhaustedFailure failure = getFailure(error, ResourceExhaustedFailure.class);
    return failure == null
        ? ""
        : " (cause %s, scope %s)"
            .formatted(
                failure.getCause().name().replace("RESOURCE_EXHAUSTED_CAUSE_", ""),
                failure.getScope().name().replace("RESOURCE_EXHAUSTED_SCOPE_", ""));
  }

  private static String firstLine(@Nullable String text) {
    return text == null || text.isBlank()
        ? "The Temporal Service gave no reason."
        : text.lines().findFirst().orElse(text);
  }

  /** What exists already is an execution when Temporal says which one. */
  private static boolean isExecution(StatusRuntimeException error) {
    com.google.rpc.Status status = StatusProto.fromThrowable(error);
    return status != null
        && status.getDetailsCount() > 0
        && !hasFailure(error, NamespaceAlreadyExistsFailure.class);
  }

  private static boolean says(StatusRuntimeException error, String words) {
    return says(error.getStatus(), words);
  }

  private static boolean says(Status status, String words) {
    String description = status.getDescription();
    return description != null && description.contains(words);
  }
}
