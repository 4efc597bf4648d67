package io.github.temporalgateway.visibility;

import io.github.temporalgateway.kernel.Cost;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.Problems;
import io.github.temporalgateway.security.Allow;
import io.github.temporalgateway.security.Right;
import io.github.temporalgateway.web.JsonLines;
import io.github.temporalgateway.web.Links;
import io.github.temporalgateway.web.PageAnswers;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Many executions at once. */
@RestController
@RequestMapping({"", "/namespaces/{namespace}"})
@Order(4)
@Tag(name = "Visibility", description = "List, count and collect Workflow Executions.")
class VisibilityController {

  private final WorkflowLists lists;
  private final WorkflowResults results;

  VisibilityController(WorkflowLists lists, WorkflowResults results) {
    this.lists = lists;
    this.results = results;
  }

  /**
   * Lists executions page by page, the latest first.
   *
   * @param query a List Filter of Temporal, such as {@code WorkflowType = 'Order'}; everything when
   *     absent
   */
  @GetMapping(path = "/workflows", produces = MediaType.APPLICATION_JSON_VALUE)
  @Cost(Cost.SEARCH)
  @Operation(operationId = "listWorkflows", summary = "List Workflow Executions")
  @Allow(value = Right.READ, asksPolicies = true)
  @ApiResponse(responseCode = "200", description = "A page.", headers = @Header(name = "Link"))
  @Problems(ProblemCode.INVALID_QUERY)
  ResponseEntity<WorkflowPage> list(
      NamespaceName namespace,
      @RequestParam(name = "query", defaultValue = "") String query,
      PageRequest page,
      Links links) {
    WorkflowPage found = lists.list(namespace, query, page, links);
    return PageAnswers.of(
        found, found.nextPageToken(), "/workflows", Map.of("query", query), page, links);
  }

  /**
   * Lists executions that Temporal has archived after their retention period. Few Services do that.
   *
   * @param query a filter in the terms of the archive, such as {@code WorkflowType = 'Order'};
   *     everything when absent
   */
  @GetMapping(path = "/archived-workflows", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "listArchivedWorkflows", summary = "List archived executions")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "A page.", headers = @Header(name = "Link"))
  @Problems({ProblemCode.INVALID_QUERY, ProblemCode.NOT_SUPPORTED})
  ResponseEntity<WorkflowPage> listArchived(
      NamespaceName namespace,
      @RequestParam(name = "query", defaultValue = "") String query,
      PageRequest page,
      Links links) {
    WorkflowPage found = lists.listArchived(namespace, query, page, links);
    return PageAnswers.of(
        found, found.nextPageToken(), "/archived-workflows", Map.of("query", query), page, links);
  }

  /**
   * Counts executions; a List Filter with {@code GROUP BY} counts each group.
   *
   * @param query a List Filter of Temporal, such as {@code WorkflowType = 'Order'}; everything when
   *     absent
   */
  @GetMapping(path = "/workflow-count", produces = MediaType.APPLICATION_JSON_VALUE)
  @Cost(Cost.SEARCH)
  @Operation(operationId = "countWorkflows", summary = "Count Workflow Executions")
  @Allow(value = Right.READ, asksPolicies = true)
  @ApiResponse(responseCode = "200", description = "Their number.")
  @Problems(ProblemCode.INVALID_QUERY)
  WorkflowCount count(
      NamespaceName namespace, @RequestParam(name = "query", defaultValue = "") String query) {
    return lists.count(namespace, query);
  }

  /**
   * Answers with one line of JSON for each execution. A run that is open or went on as another has
   * only its status. A stream that ends early has {@code {"problem": …}} as its last line.
   *
   * @param query a List Filter of Temporal, such as {@code WorkflowType = 'Order'}; everything when
   *     absent
   */
  @GetMapping(path = "/workflow-results", produces = MediaType.APPLICATION_NDJSON_VALUE)
  @Cost(Cost.SEARCH)
  @Operation(operationId = "streamWorkflowResults", summary = "Stream results of many Workflows")
  @Allow(value = Right.READ, asksPolicies = true)
  @ApiResponse(
      responseCode = "200",
      description = "One line for each execution.",
      content = @Content(schema = @Schema(implementation = WorkflowResultLine.class)))
  @Problems(ProblemCode.INVALID_QUERY)
  JsonLines<WorkflowResultLine> results(
      NamespaceName namespace, @RequestParam(name = "query", defaultValue = "") String query) {
    return results.of(namespace, query);
  }

  /** Answers HEAD like GET without looking up results that nobody is going to see. */
  @Hidden
  @Allow(value = Right.READ, operation = "streamWorkflowResults", asksPolicies = true)
  @RequestMapping(
      path = "/workflow-results",
      method = RequestMethod.HEAD,
      produces = MediaType.APPLICATION_NDJSON_VALUE)
  ResponseEntity<Void> resultsHead(
      NamespaceName namespace, @RequestParam(name = "query", defaultValue = "") String query) {
    results.of(namespace, query);
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_NDJSON).build();
  }
}
