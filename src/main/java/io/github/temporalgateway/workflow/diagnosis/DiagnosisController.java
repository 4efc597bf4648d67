package io.github.temporalgateway.workflow.diagnosis;

import static io.github.temporalgateway.problem.ProblemCode.WORKFLOW_NOT_FOUND;

import io.github.temporalgateway.kernel.Cost;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.problem.Problems;
import io.github.temporalgateway.security.Allow;
import io.github.temporalgateway.security.Right;
import io.github.temporalgateway.web.ExecutionHeaders;
import io.github.temporalgateway.web.Links;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Finding out why executions do not advance. */
@RestController
@RequestMapping({"/workflows/{workflowId}", "/namespaces/{namespace}/workflows/{workflowId}"})
@Order(4)
@Tag(name = "Diagnosis", description = "Find out why an execution does not advance.")
class DiagnosisController {

  private final Diagnoses diagnoses;

  DiagnosisController(Diagnoses diagnoses) {
    this.diagnoses = diagnoses;
  }

  /**
   * Says in words why an execution does not advance: nobody polls its Task Queue, its code fails,
   * an Activity is retried, it is paused, it waits for a timer or a message. Needs no Worker.
   */
  @GetMapping(path = "/diagnosis", produces = MediaType.APPLICATION_JSON_VALUE)
  @Cost(Cost.SEARCH)
  @Operation(operationId = "diagnoseWorkflow", summary = "Find out why it does not advance")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "The verdict and what led to it.")
  @Problems(WORKFLOW_NOT_FOUND)
  ResponseEntity<WorkflowDiagnosis> diagnose(ExecutionRef ref, Links links) {
    WorkflowDiagnosis diagnosis = diagnoses.of(ref, links);
    return ResponseEntity.ok()
        .headers(ExecutionHeaders.of(ref.atRun(diagnosis.runId()), diagnosis.status()))
        .body(diagnosis);
  }
}
