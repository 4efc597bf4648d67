package io.github.temporalgateway.message;

import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.connection.WorkerCalls;
import io.github.temporalgateway.kernel.CallerHeaders;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.web.Links;
import io.github.temporalgateway.workflow.PreparedStart;
import io.github.temporalgateway.workflow.StartUpdate;
import io.github.temporalgateway.workflow.StartedRun;
import io.github.temporalgateway.workflow.StartsWithUpdate;
import io.github.temporalgateway.workflow.Workflows;
import io.temporal.api.workflowservice.v1.ExecuteMultiOperationResponse;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.UpdateWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/** Updates that start their execution when it isn't there. */
@Service
class UpdatesWithStart implements StartsWithUpdate {

  private final TemporalConnections connections;
  private final WorkerCalls worker;
  private final Updates updates;
  private final Workflows workflows;

  UpdatesWithStart(
      TemporalConnections connections, WorkerCalls worker, Updates updates, Workflows workflows) {
    this.connections = connections;
    this.worker = worker;
    this.updates = updates;
    this.workflows = workflows;
  }

  @Override
  public ResponseEntity<?> start(
      PreparedStart start,
      StartUpdate update,
      CallerHeaders caller,
      Wait wait,
      List<MediaType> accept,
      Links links) {
    String updateId = Updates.updateId(update.updateId(), start.key());
    Optional<StartedRun> earlier = workflows.replay(start);
    if (earlier.isPresent()) {
      UpdateEnding ending = updates.result(earlier.get().run(), updateId, wait);
      return MessageAnswers.withStart(ending, false, true, accept, links);
    }
    ExecuteMultiOperationResponse response = execute(start, update, updateId, caller, wait, links);
    StartWorkflowExecutionResponse started = response.getResponses(0).getStartWorkflow();
    ExecutionRef run = start.ref().atRun(started.getRunId());
    UpdateEnding ending =
        updates.afterAcceptance(
            run, update.name(), updateId, response.getResponses(1).getUpdateWorkflow(), wait);
    return MessageAnswers.withStart(ending, started.getStarted(), false, accept, links);
  }

  private ExecuteMultiOperationResponse execute(
      PreparedStart start,
      StartUpdate update,
      String updateId,
      CallerHeaders caller,
      Wait wait,
      Links links) {
    UpdateWorkflowExecutionRequest request =
        MessageMapper.toUpdate(
            start.ref(),
            update.name(),
            updateId,
            new UpdateRequest(update.input(), update.args(), null, updateId),
            caller,
            connections.namespace(start.ref().namespace()).identity());
    try {
      return worker.call(
          start.ref(),
          WorkflowServiceBlockingStub::executeMultiOperation,
          MessageMapper.toUpdateWithStart(start.request(), request),
          wait.caller());
    } catch (TemporalException refused) {
      GatewayException named = Workflows.inTheWay(refused, start, links);
      throw named;
    }
  }
}
