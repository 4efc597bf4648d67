package io.github.temporalgateway.taskqueue;

import io.github.temporalgateway.samples.Greeting;
import io.github.temporalgateway.samples.WaitForSignal;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.VersioningBehavior;
import io.temporal.common.WorkerDeploymentVersion;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerDeploymentOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A Worker of Temporal's Java SDK on a Task Queue of a test's own, with frequent heartbeats. */
final class QueueWorker implements AutoCloseable {

  private final WorkflowServiceStubs service;
  private final WorkerFactory factory;

  private QueueWorker(String target, String taskQueue, String identity, WorkerOptions options) {
    service =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(target).build());
    factory =
        WorkerFactory.newInstance(
            WorkflowClient.newInstance(
                service,
                WorkflowClientOptions.newBuilder()
                    .setIdentity(identity)
                    .setWorkerHeartbeatInterval(Duration.ofSeconds(1))
                    .build()));
    Worker worker = factory.newWorker(taskQueue, options);
    worker.registerWorkflowImplementationTypes(Greeting.Impl.class, WaitForSignal.Impl.class);
    factory.start();
  }

  static QueueWorker unversioned(String target, String taskQueue, String identity) {
    return new QueueWorker(target, taskQueue, identity, WorkerOptions.getDefaultInstance());
  }

  static QueueWorker versioned(String target, String taskQueue, String deployment, String build) {
    return new QueueWorker(
        target,
        taskQueue,
        build,
        WorkerOptions.newBuilder()
            .setDeploymentOptions(
                WorkerDeploymentOptions.newBuilder()
                    .setUseVersioning(true)
                    .setVersion(new WorkerDeploymentVersion(deployment, build))
                    .setDefaultVersioningBehavior(VersioningBehavior.PINNED)
                    .build())
            .build());
  }

  @Override
  public void close() {
    factory.shutdownNow();
    factory.awaitTermination(5, TimeUnit.SECONDS);
    service.shutdownNow();
  }
}
