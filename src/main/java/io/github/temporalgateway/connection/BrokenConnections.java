package io.github.temporalgateway.connection;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.nio.channels.ClosedChannelException;

/**
 * Makes a connection that broke be UNAVAILABLE however it broke. When it does so while it is being
 * opened, or in the moment in which a call is written, gRPC says UNKNOWN, which otherwise means
 * that the service itself has failed and need not be asked again.
 */
final class BrokenConnections implements ClientInterceptor {

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<R> listener, Metadata headers) {
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onClose(Status status, Metadata trailers) {
                super.onClose(toldApart(status), trailers);
              }
            },
            headers);
      }
    };
  }

  private static Status toldApart(Status status) {
    return status.getCode() == Status.Code.UNKNOWN
            && status.getCause() instanceof ClosedChannelException
        ? Status.UNAVAILABLE.withDescription(status.getDescription()).withCause(status.getCause())
        : status;
  }
}
