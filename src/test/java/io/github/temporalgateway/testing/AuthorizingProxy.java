package io.github.temporalgateway.testing;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.HandlerRegistry;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A Temporal Service whose authorizer looks at the token of each call, before a real one. */
public final class AuthorizingProxy implements AutoCloseable {

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final List<DecidedCall> calls = new CopyOnWriteArrayList<>();
  private final ManagedChannel service;
  private final Server server;

  private AuthorizingProxy(String target, TestCertificates certificates, Authorizer authorizer) {
    service = NettyChannelBuilder.forTarget(target).usePlaintext().build();
    try {
      server =
          NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
              .useTransportSecurity(
                  certificates.certificate("server").toFile(), certificates.key("server").toFile())
              .fallbackHandlerRegistry(new Forwarding(service, authorizer, calls))
              .build()
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts it.
   *
   * @param target address of the service behind it
   * @param certificates who issued its certificate {@code server}, for {@code localhost}
   */
  public static AuthorizingProxy start(
      String target, TestCertificates certificates, Authorizer authorizer) {
    return new AuthorizingProxy(target, certificates, authorizer);
  }

  /** Address for gRPC by the name {@code localhost}. */
  public String target() {
    return "localhost:" + server.getPort();
  }

  /** What was called so far, and what was decided about it. */
  public List<DecidedCall> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void close() {
    server.shutdownNow();
    service.shutdownNow();
  }

  /** Decides about calls. */
  public interface Authorizer {

    /**
     * Decides about one call.
     *
     * @param method such as {@code GetSystemInfo}
     * @param token the bearer token; empty when there is none
     */
    Status.Code decide(String method, String token);
  }

  /** One call. */
  public record DecidedCall(Status.Code decision, String method, String token) {}

  /** Forwards any unary call as bytes. */
  private static final class Forwarding extends HandlerRegistry {

    private final Channel service;
    private final Authorizer authorizer;
    private final List<DecidedCall> calls;

    Forwarding(Channel service, Authorizer authorizer, List<DecidedCall> calls) {
      this.service = service;
      this.authorizer = authorizer;
      this.calls = calls;
    }

    @Override
    public ServerMethodDefinition<?, ?> lookupMethod(String name, @Nullable String authority) {
      MethodDescriptor<byte[], byte[]> method =
          MethodDescriptor.newBuilder(new Bytes(), new Bytes())
              .setType(MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(name)
              .build();
      ServerCallHandler<byte[], byte[]> forward =
          ServerCalls.asyncUnaryCall((request, answer) ->
              ClientCalls.asyncUnaryCall(
                  service.newCall(method, CallOptions.DEFAULT), request, answer));
      return ServerMethodDefinition.create(
          method, (call, headers) -> decided(call, headers, forward));
    }

    private ServerCall.Listener<byte[]> decided(
        ServerCall<byte[], byte[]> call,
        Metadata headers,
        ServerCallHandler<byte[], byte[]> forward) {
      String authorization = headers.get(AUTHORIZATION);
      String token = authorization == null ? "" : authorization.replaceFirst("^Bearer ", "");
      String method = String.valueOf(call.getMethodDescriptor().getBareMethodName());
      Status.Code decision = authorizer.decide(method, token);
      calls.add(new DecidedCall(decision, method, token));
      if (decision == Status.Code.OK) {
        return forward.startCall(call, headers);
      }
      call.close(decision.toStatus().withDescription("Request unauthorized."), new Metadata());
      return new ServerCall.Listener<>() {};
    }
  }

  /** Messages as they are. */
  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {

    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
