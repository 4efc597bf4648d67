package io.github.temporalgateway.problem;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** The Temporal Service answered an RPC with an error, or could not be reached. */
public final class TemporalException extends GatewayException {

  private final Status.Code grpcStatus;

  TemporalException(ProblemCode code, String detail, StatusRuntimeException cause) {
    super(code, detail, cause);
    this.grpcStatus = cause.getStatus().getCode();
  }

  /** The gRPC error as it came, for features that read its typed details. */
  public StatusRuntimeException grpc() {
    return getCause() instanceof StatusRuntimeException error
        ? error
        : grpcStatus.toStatus().asRuntimeException();
  }

  Status.Code grpcStatus() {
    return grpcStatus;
  }
}
