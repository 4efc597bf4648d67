package io.github.temporalgateway.visibility;

import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.web.Links;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Many executions at once. */
@RestController
@RequestMapping({"", "/namespaces/{namespace}"})
@Tag(name = "Visibility", description = "List and count Workflow Executions.")
class VisibilityController {

  private final Executions executions;

  VisibilityController(Executions executions) {
    this.executions = executions;
  }

  @GetMapping(path = "/workflows", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "listWorkflows", summary = "List Workflow Executions")
  ResponseEntity<WorkflowPage> list(
      NamespaceName namespace,
      @RequestParam(name = "query", defaultValue = "") String query,
      PageRequest page,
      Links links) {
    return VisibilityAnswers.toPage(
        executions.list(namespace, query, page, links), query, page, links);
  }

  @GetMapping(path = "/workflow-count", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "countWorkflows", summary = "Count Workflow Executions")
  WorkflowCount count(
      NamespaceName namespace, @RequestParam(name = "query", defaultValue = "") String query) {
    return executions.count(namespace, query);
  }
}
