package io.github.temporalgateway.connection;

import io.github.temporalgateway.kernel.CallerToken;
import io.github.temporalgateway.problem.GrpcTranslator;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Context;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;

/** Makes calls with the token of a caller, and marks errors as being about that one. */
public final class ForwardedToken implements ClientInterceptor {

  private static final Context.Key<CallerToken> CARRIED = Context.key("caller-token");
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  ForwardedToken() {}

  /** The token that a context carries, else that of the request which this thread works on. */
  public static CallerToken current() {
    CallerToken carried = CARRIED.get();
    return carried == null ? CallerToken.current() : carried;
  }

  /** A context whose calls are made with a token, on whichever thread. */
  public static Context carry(Context context, CallerToken token) {
    return context.withValue(CARRIED, token);
  }

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    String authorization = current().authorization();
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<R> listener, Metadata headers) {
        if (authorization != null) {
          headers.put(AUTHORIZATION, authorization);
        }
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onClose(Status status, Metadata trailers) {
                trailers.put(GrpcTranslator.FORWARDED, "true");
                super.onClose(status, trailers);
              }
            },
            headers);
      }
    };
  }
}
