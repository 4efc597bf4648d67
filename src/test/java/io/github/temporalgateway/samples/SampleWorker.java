package io.github.temporalgateway.samples;

import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.util.concurrent.TimeUnit;

/** A worker that runs all sample Workflows in this JVM. */
public final class SampleWorker implements AutoCloseable {

  /** The Task Queue that the worker polls. */
  public static final String TASK_QUEUE = "samples";

  private final WorkflowServiceStubs service;
  private final WorkflowClient client;
  private final WorkerFactory factory;

  private SampleWorker(String target) {
    service =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(target).build());
    client = WorkflowClient.newInstance(service);
    factory =
        WorkerFactory.newInstance(
            client,
            WorkerFactoryOptions.newBuilder()
                .setWorkerInterceptors(new Headers.Interceptor())
                .build());
    Worker worker = factory.newWorker(TASK_QUEUE);
    worker.registerWorkflowImplementationTypes(
        ActivityWorkflow.Impl.class,
        AnyActivity.Impl.class,
        BecomeEcho.Impl.class,
        Bytes.Impl.class,
        ContinueAsNew.Impl.class,
        Echo.Impl.class,
        Fail.Impl.class,
        FailingTask.Impl.class,
        Greeting.Impl.class,
        Headers.Impl.class,
        Nothing.Impl.class,
        Sleep.Impl.class,
        SlowAnswers.Impl.class,
        WaitForSignal.Impl.class);
    worker.registerActivitiesImplementations(new SampleActivities.Impl());
  }

  /** Starts to poll the default namespace of the Temporal Service at an address. */
  public static SampleWorker start(String target) {
    SampleWorker worker = new SampleWorker(target);
    worker.factory.start();
    return worker;
  }

  /** Returns the SDK's client that the worker uses. */
  public WorkflowClient client() {
    return client;
  }

  /** Stops to poll and gives up what runs. */
  @Override
  public void close() {
    factory.shutdownNow();
    factory.awaitTermination(5, TimeUnit.SECONDS);
    service.shutdownNow();
  }
}
