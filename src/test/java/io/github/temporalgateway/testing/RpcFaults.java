package io.github.temporalgateway.testing;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Makes calls of a gateway fail as a Temporal Service in trouble lets them. */
public final class RpcFaults implements ClientInterceptor {

  private volatile @Nullable Status status;
  private volatile @Nullable RuntimeException bug;
  private final Map<String, Status> refused = new ConcurrentHashMap<>();
  private final Set<String> lost = ConcurrentHashMap.newKeySet();

  /** Lets every further call end with this status. */
  public void failWith(Status status) {
    this.status = status;
  }

  /** Lets every further call throw, as a mistake in the gateway does. */
  public void failWith(RuntimeException bug) {
    this.bug = bug;
  }

  /**
   * Lets the next call of a method reach Temporal and loses the answer, as a connection that breaks
   * meanwhile.
   *
   * @param method bare name of the RPC
   */
  public void loseAnswerOf(String method) {
    lost.add(method);
  }

  /** Lets the next call of a method end with this status. */
  public void failNext(String method, Status status) {
    refused.put(method, status);
  }

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    RuntimeException thrown = bug;
    if (thrown != null) {
      throw thrown;
    }
    Status once = refused.remove(String.valueOf(method.getBareMethodName()));
    Status answered = once == null ? status : once;
    if (lost.remove(String.valueOf(method.getBareMethodName()))) {
      return new UnansweredCall<>(next.newCall(method, options));
    }
    return answered == null ? next.newCall(method, options) : new FailedCall<>(answered);
  }

  private static final class UnansweredCall<Q, R> extends SimpleForwardingClientCall<Q, R> {

    private UnansweredCall(ClientCall<Q, R> call) {
      super(call);
    }

    @Override
    public void start(Listener<R> listener, Metadata headers) {
      super.start(
          new SimpleForwardingClientCallListener<>(listener) {
            @Override
            public void onMessage(R message) {}

            @Override
            public void onClose(Status status, Metadata trailers) {
              super.onClose(Status.UNAVAILABLE.withDescription("lost"), new Metadata());
            }
          },
          headers);
    }
  }

  private static final class FailedCall<Q, R> extends ClientCall<Q, R> {

    private final Status status;

    private FailedCall(Status status) {
      this.status = status;
    }

    @Override
    public void start(Listener<R> listener, Metadata headers) {
      listener.onClose(status, new Metadata());
    }

    @Override
    public void request(int messages) {}

    @Override
    public void cancel(@Nullable String message, @Nullable Throwable cause) {}

    @Override
    public void halfClose() {}

    @Override
    public void sendMessage(Q message) {}
  }

  /** Puts the faults between the gateway and Temporal. */
  @TestConfiguration(proxyBeanMethods = false)
  public static class Configuration {

    @Bean
    RpcFaults rpcFaults() {
      return new RpcFaults();
    }

    @Bean
    TemporalOptionsCustomizer<WorkflowServiceStubsOptions.Builder> failRpcs(RpcFaults faults) {
      return new TemporalOptionsCustomizer<>() {
        @Override
        public WorkflowServiceStubsOptions.Builder customize(
            WorkflowServiceStubsOptions.Builder options) {
          options.addGrpcClientInterceptor(faults);
          return options;
        }
      };
    }
  }
}
