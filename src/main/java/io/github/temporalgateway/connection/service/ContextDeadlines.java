package io.github.temporalgateway.connection.service;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.MethodDescriptor;

/**
 * Lets a call end when its context does, with the timer that the context has. The SDK gives each
 * call a deadline of its own, for which gRPC would set another.
 */
final class ContextDeadlines implements ClientInterceptor {

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    Deadline end = Context.current().getDeadline();
    return next.newCall(method, end == null ? options : options.withDeadline(end));
  }
}
