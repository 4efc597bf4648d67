package io.github.temporalgateway.testing;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Makes calls of a gateway fail as a Temporal Service in trouble lets them. */
public final class RpcFaults implements ClientInterceptor {

  private volatile @Nullable Status status;
  private volatile @Nullable RuntimeException bug;

  /** Lets every further call end with this status. */
  public void failWith(Status status) {
    this.status = status;
  }

  /** Lets every further call throw, as a mistake in the gateway does. */
  public void failWith(RuntimeException bug) {
    this.bug = bug;
  }

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    RuntimeException thrown = bug;
    if (thrown != null) {
      throw thrown;
    }
    Status answered = status;
    return answered == null ? next.newCall(method, options) : new FailedCall<>(answered);
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
