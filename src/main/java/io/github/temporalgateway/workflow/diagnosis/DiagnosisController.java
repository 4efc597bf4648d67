package io.github.temporalgateway.workflow.diagnosis;

import static io.github.temporalgateway.problem.ProblemCode.WORKFLOW_NOT_FOUND;

import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.problem.Problems;
import io.github.temporalgateway.web.Links;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Saying why an execution does not advance. */
@RestController
@RequestMapping({"/workflows/{workflowId}", "/namespaces/{namespace}/workflows/{workflowId}"})
@Order(1)
@Tag(name = "Workflows")
class DiagnosisController {

  private final Diagnoses diagnoses;

  DiagnosisController(Diagnoses diagnoses) {
    this.diagnoses = diagnoses;
  }

  /**
   * Says in words why an execution does not advance: no Worker, a Workflow Task that fails, an
   * Activity that is retried or paused, a timer, a message that has not come.
   */
  @GetMapping(path = "/diagnosis", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "diagnoseWorkflow", summary = "Find out why it does not advance")
  @ApiResponse(responseCode = "200", description = "The reasons, the most pressing one first.")
  @Problems(WORKFLOW_NOT_FOUND)
  WorkflowDiagnosis diagnose(ExecutionRef ref, Links links) {
    return diagnoses.of(ref, links);
  }
}
