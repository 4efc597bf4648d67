package io.github.temporalgateway.activity;

import static io.temporal.serviceclient.StatusUtils.hasFailure;

import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.grpc.Attributes;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientStreamTracer;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.temporal.api.errordetails.v1.NamespaceNotFoundFailure;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.function.BiFunction;

/**
 * A report, of which Temporal takes one and knows none again. When the connection breaks after it
 * was sent, nobody knows whether it was taken, which is a 504 and not a 404.
 */
final class ReportCall<Q, R>
    implements BiFunction<WorkflowServiceBlockingStub, Q, R>, ClientInterceptor {

  private static final String LOST =
      "The connection to Temporal broke before its answer, and now the Activity waits for no"
          + " report: this one may have been taken, or the Activity has ended otherwise.";

  private static final String UNKNOWN =
      "The connection to Temporal broke before its answer: the report may have been taken. It was"
          + " not sent again, since it could be taken for one of the next attempt.";

  private final BiFunction<WorkflowServiceBlockingStub, Q, R> rpc;
  private final boolean again;
  private volatile boolean sent;

  private ReportCall(BiFunction<WorkflowServiceBlockingStub, Q, R> rpc, boolean again) {
    this.rpc = rpc;
    this.again = again;
  }

  /** A report that may be sent again, because Temporal does not take it twice. */
  static <Q, R> ReportCall<Q, R> of(BiFunction<WorkflowServiceBlockingStub, Q, R> rpc) {
    return new ReportCall<>(rpc, true);
  }

  /** A report that Temporal would take twice: for this attempt and for the next one. */
  static <Q, R> ReportCall<Q, R> atMostOnce(BiFunction<WorkflowServiceBlockingStub, Q, R> rpc) {
    return new ReportCall<>(rpc, false);
  }

  @Override
  public R apply(WorkflowServiceBlockingStub stub, Q report) {
    boolean before = sent;
    try {
      return rpc.apply(stub.withInterceptors(this), report);
    } catch (StatusRuntimeException failed) {
      throw switch (failed.getStatus().getCode()) {
        case NOT_FOUND ->
            before && !hasFailure(failed, NamespaceNotFoundFailure.class) ? told(LOST) : failed;
        case UNAVAILABLE -> sent && !again ? told(UNKNOWN) : failed;
        default -> failed;
      };
    }
  }

  private static RefusedException told(String detail) {
    return new RefusedException(ProblemCode.TEMPORAL_TIMEOUT, detail);
  }

  /** Notices when a call gets a connection: before, nothing of it can have reached Temporal. */
  @Override
  public <A, B> ClientCall<A, B> interceptCall(
      MethodDescriptor<A, B> method, CallOptions options, Channel next) {
    return next.newCall(method, options.withStreamTracerFactory(new Sending()));
  }

  private final class Sending extends ClientStreamTracer.Factory {

    @Override
    public ClientStreamTracer newClientStreamTracer(
        ClientStreamTracer.StreamInfo info, Metadata headers) {
      return new ClientStreamTracer() {
        @Override
        public void streamCreated(Attributes transport, Metadata written) {
          sent = true;
        }
      };
    }
  }
}
