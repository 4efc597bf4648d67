package io.github.temporalgateway.connection;

import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.GrpcTranslator;
import io.github.temporalgateway.problem.ProblemCode;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Component {@code temporal} of the health endpoint: whether the service answers and knows the
 * Namespace, asked anew each time.
 */
@Component("temporal")
final class TemporalHealthIndicator implements HealthIndicator {

  private static final long DEADLINE_SECONDS = 3;

  private final TemporalConnections connections;

  TemporalHealthIndicator(TemporalConnections connections) {
    this.connections = connections;
  }

  @Override
  public Health health() {
    Health.Builder health =
        new Health.Builder()
            .withDetail("address", connections.target())
            .withDetail("namespace", connections.defaultNamespace().value());
    long start = System.nanoTime();
    try {
      String version = ask();
      return health
          .up()
          .withDetail("serverVersion", version)
          .withDetail("latencyMillis", Duration.ofNanos(System.nanoTime() - start).toMillis())
          .build();
    } catch (StatusRuntimeException error) {
      GatewayException failure = GrpcTranslator.translate(error, ProblemCode.NAMESPACE_NOT_FOUND);
      return health
          .down()
          .withDetail("problem", failure.code().code())
          .withDetail("reason", failure.detail())
          .build();
    }
  }

  private String ask() {
    WorkflowServiceBlockingStub stub =
        connections
            .namespace(connections.defaultNamespace())
            .stub()
            .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    GetSystemInfoResponse info = stub.getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
    stub.describeNamespace(
        DescribeNamespaceRequest.newBuilder()
            .setNamespace(connections.defaultNamespace().value())
            .build());
    return info.getServerVersion();
  }
}
