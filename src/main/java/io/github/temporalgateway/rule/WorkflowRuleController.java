package io.github.temporalgateway.rule;

import static io.github.temporalgateway.problem.ProblemCode.CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.NOT_SUPPORTED;
import static io.github.temporalgateway.problem.ProblemCode.WORKFLOW_RULE_NOT_FOUND;

import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.problem.Problems;
import io.github.temporalgateway.security.Allow;
import io.github.temporalgateway.security.Right;
import io.github.temporalgateway.web.Links;
import io.github.temporalgateway.web.PageAnswers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Workflow Rules. */
@RestController
@RequestMapping({"/workflow-rules", "/namespaces/{namespace}/workflow-rules"})
@Order(33)
@Tag(name = "Workflow Rules", description = "By which Temporal acts on Workflows by itself.")
class WorkflowRuleController {

  private static final String ID = "ruleId";

  private final WorkflowRules rules;

  WorkflowRuleController(WorkflowRules rules) {
    this.rules = rules;
  }

  /** Lists the Workflow Rules of a Namespace. */
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "listWorkflowRules", summary = "List Workflow Rules")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "A page.", headers = @Header(name = "Link"))
  @Problems(NOT_SUPPORTED)
  ResponseEntity<WorkflowRulePage> list(NamespaceName namespace, PageRequest page, Links links) {
    WorkflowRulePage found = rules.list(namespace, page, links);
    return PageAnswers.of(found, found.nextPageToken(), "/workflow-rules", Map.of(), page, links);
  }

  /** Creates a Workflow Rule, such as one that pauses an Activity that does harm. */
  @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "createWorkflowRule", summary = "Create a Workflow Rule")
  @Allow(Right.ADMIN)
  @ApiResponse(responseCode = "201", description = "Created.", headers = @Header(name = "Location"))
  @Problems({CONFLICT, NOT_SUPPORTED})
  ResponseEntity<WorkflowRule> create(
      NamespaceName namespace,
      @Valid @RequestBody CreateWorkflowRuleBody body,
      @Nullable IdempotencyKey key,
      Links links) {
    WorkflowRule rule = rules.create(namespace, body, key, links);
    return ResponseEntity.created(URI.create(rule.link())).body(rule);
  }

  /**
   * Describes a Workflow Rule.
   *
   * @param ruleId id of the rule
   */
  @GetMapping(path = "/{ruleId}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "describeWorkflowRule", summary = "Describe a Workflow Rule")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "What it does.")
  @Problems({WORKFLOW_RULE_NOT_FOUND, NOT_SUPPORTED})
  WorkflowRule describe(NamespaceName namespace, @PathVariable(ID) String ruleId, Links links) {
    return rules.describe(namespace, PathId.decode(ID, ruleId), links);
  }

  /**
   * Deletes a Workflow Rule. What it has paused stays paused.
   *
   * @param ruleId id of the rule
   */
  @DeleteMapping("/{ruleId}")
  @Operation(operationId = "deleteWorkflowRule", summary = "Delete a Workflow Rule")
  @Allow(Right.ADMIN)
  @ApiResponse(responseCode = "204", description = "Deleted.")
  @Problems({WORKFLOW_RULE_NOT_FOUND, NOT_SUPPORTED})
  ResponseEntity<Void> delete(NamespaceName namespace, @PathVariable(ID) String ruleId) {
    rules.delete(namespace, PathId.decode(ID, ruleId));
    return ResponseEntity.noContent().build();
  }
}
