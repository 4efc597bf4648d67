package io.github.temporalgateway.testing;

import static org.awaitility.Awaitility.await;

import io.grpc.StatusRuntimeException;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Asks a Temporal Service whether it is there and what it has. */
final class TemporalProbe implements AutoCloseable {

  private static final String NAMESPACE = "default";

  private final WorkflowServiceStubs workflows;
  private final OperatorServiceStubs operator;

  TemporalProbe(String target) {
    workflows =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(target).build());
    operator =
        OperatorServiceStubs.newServiceStubs(
            OperatorServiceStubsOptions.newBuilder()
                .setChannel(workflows.getRawChannel())
                .validateAndBuildWithDefaults());
  }

  /** Waits for the default namespace and its search attributes, as long as the server lives. */
  void awaitUsable(Duration limit, Set<String> searchAttributes, BooleanSupplier alive) {
    await("a usable Temporal dev server")
        .atMost(limit)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptionsMatching(e -> e instanceof StatusRuntimeException)
        .failFast("the process ended", () -> !alive.getAsBoolean())
        .until(() -> hasNamespace() && hasSearchAttributes(searchAttributes));
  }

  String serverVersion() {
    GetSystemInfoRequest request = GetSystemInfoRequest.getDefaultInstance();
    return workflows
        .blockingStub()
        .withDeadlineAfter(5, TimeUnit.SECONDS)
        .getSystemInfo(request)
        .getServerVersion();
  }

  private boolean hasNamespace() {
    DescribeNamespaceRequest request =
        DescribeNamespaceRequest.newBuilder().setNamespace(NAMESPACE).build();
    return workflows
        .blockingStub()
        .withDeadlineAfter(2, TimeUnit.SECONDS)
        .describeNamespace(request)
        .hasNamespaceInfo();
  }

  private boolean hasSearchAttributes(Set<String> names) {
    ListSearchAttributesRequest request =
        ListSearchAttributesRequest.newBuilder().setNamespace(NAMESPACE).build();
    return operator
        .blockingStub()
        .withDeadlineAfter(2, TimeUnit.SECONDS)
        .listSearchAttributes(request)
        .getCustomAttributesMap()
        .keySet()
        .containsAll(names);
  }

  @Override
  public void close() {
    operator.shutdownNow();
    workflows.shutdownNow();
  }
}
