package io.github.temporalgateway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What gRPC calls unknown is told apart: a connection that broke, and a service that failed. */
class BrokenConnectionsTest {

  @Test
  void connectionThatBrokeIsUnavailable() {
    Status closed =
        Status.UNKNOWN.withDescription("channel closed").withCause(new ClosedChannelException());

    assertEndsAs(closed, Status.Code.UNAVAILABLE);
  }

  @Test
  void failureOfTheServiceStaysUnknown() {
    assertEndsAs(Status.UNKNOWN.withDescription("channel closed"), Status.Code.UNKNOWN);
  }

  @Test
  void otherStatusStaysWhatItIs() {
    assertEndsAs(Status.INTERNAL.withCause(new ClosedChannelException()), Status.Code.INTERNAL);
  }

  private static void assertEndsAs(Status status, Status.Code expected) {
    Channel channel = ClientInterceptors.intercept(new Ending(status), new BrokenConnections());

    assertThatExceptionOfType(StatusRuntimeException.class)
        .isThrownBy(() ->
            WorkflowServiceGrpc.newBlockingStub(channel)
                .getSystemInfo(GetSystemInfoRequest.getDefaultInstance()))
        .satisfies(error ->
            assertThat(error.getStatus())
                .extracting(Status::getCode, Status::getDescription)
                .containsExactly(expected, status.getDescription()));
  }

  /** Ends each call with a status. */
  private static final class Ending extends Channel {

    private final Status status;

    private Ending(Status status) {
      this.status = status;
    }

    @Override
    public String authority() {
      return "nowhere";
    }

    @Override
    public <Q, R> ClientCall<Q, R> newCall(MethodDescriptor<Q, R> method, CallOptions options) {
      return new ClientCall<>() {
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
      };
    }
  }
}
