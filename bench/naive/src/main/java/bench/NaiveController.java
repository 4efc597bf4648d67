package bench;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A gateway as one writes it in an afternoon: the SDK's client behind a controller. */
@RestController
@RequestMapping("/workflows")
class NaiveController {

  private final WorkflowClient client;

  NaiveController(WorkflowClient client) {
    this.client = client;
  }

  record Start(String workflowType, String taskQueue, String workflowId, Object input) {}

  record Message(Object input) {}

  record Handle(String workflowId, String runId) {}

  record Description(
      String workflowId,
      String runId,
      String workflowType,
      String taskQueue,
      String status,
      Instant startTime) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Handle start(@RequestBody Start start) {
    WorkflowOptions options =
        WorkflowOptions.newBuilder()
            .setTaskQueue(start.taskQueue())
            .setWorkflowId(start.workflowId())
            .build();
    var execution =
        client.newUntypedWorkflowStub(start.workflowType(), options).start(start.input());
    return new Handle(execution.getWorkflowId(), execution.getRunId());
  }

  @GetMapping("/{id}")
  Description describe(@PathVariable String id) {
    WorkflowExecutionDescription found = stub(id).describe();
    return new Description(
        found.getExecution().getWorkflowId(),
        found.getExecution().getRunId(),
        found.getWorkflowType(),
        found.getTaskQueue(),
        found.getStatus().name(),
        found.getStartTime());
  }

  @PostMapping("/{id}/signals/{name}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void signal(@PathVariable String id, @PathVariable String name, @RequestBody Message message) {
    stub(id).signal(name, message.input());
  }

  @PostMapping("/{id}/queries/{name}")
  Object query(@PathVariable String id, @PathVariable String name, @RequestBody Message message) {
    return stub(id).query(name, Object.class, message.input());
  }

  @GetMapping("/{id}/result")
  Object result(@PathVariable String id) {
    return stub(id).getResult(Object.class);
  }

  private WorkflowStub stub(String id) {
    return client.newUntypedWorkflowStub(id);
  }
}
