package io.github.temporalgateway.nexus;

import io.github.temporalgateway.samples.Sleep;
import io.nexusrpc.Operation;
import io.nexusrpc.OperationException;
import io.nexusrpc.Service;
import io.nexusrpc.handler.OperationHandler;
import io.nexusrpc.handler.OperationImpl;
import io.nexusrpc.handler.ServiceImpl;
import io.temporal.client.WorkflowOptions;
import io.temporal.nexus.Nexus;
import io.temporal.nexus.WorkflowRunOperation;

/** A Nexus Service with an operation for each kind of ending. */
@Service
public interface NexusGreeter {

  /** Returns {@code Hello, <name>!}. */
  @Operation
  String greet(String name);

  /** Fails. */
  @Operation
  String refuse(String name);

  /** Runs a Workflow that sleeps for so many seconds. */
  @Operation
  String sleep(Double seconds);

  /** Handles them. */
  @ServiceImpl(service = NexusGreeter.class)
  final class Impl {

    /** See {@link NexusGreeter#greet}. */
    @OperationImpl
    public OperationHandler<String, String> greet() {
      return OperationHandler.sync((_, _, name) -> "Hello, " + name + "!");
    }

    /** See {@link NexusGreeter#refuse}. */
    @OperationImpl
    public OperationHandler<String, String> refuse() {
      return OperationHandler.sync((_, _, name) -> {
        throw OperationException.failed("no greeting for " + name);
      });
    }

    /** See {@link NexusGreeter#sleep}. */
    @OperationImpl
    public OperationHandler<Double, String> sleep() {
      return WorkflowRunOperation.fromWorkflowMethod((_, details, _) ->
          Nexus.getOperationContext()
                  .getWorkflowClient()
                  .newWorkflowStub(
                      Sleep.class,
                      WorkflowOptions.newBuilder()
                          .setWorkflowId("nexus-" + details.getRequestId())
                          .build())
              ::sleep);
    }
  }
}
