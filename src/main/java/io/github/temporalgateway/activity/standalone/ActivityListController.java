package io.github.temporalgateway.activity.standalone;

import static io.github.temporalgateway.problem.ProblemCode.INVALID_QUERY;
import static io.github.temporalgateway.problem.ProblemCode.NOT_SUPPORTED;

import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.problem.Problems;
import io.github.temporalgateway.security.Allow;
import io.github.temporalgateway.security.Right;
import io.github.temporalgateway.web.Links;
import io.github.temporalgateway.web.PageAnswers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Many stand-alone Activities at once. */
@RestController
@RequestMapping({"", "/namespaces/{namespace}"})
@Order(6)
@Tag(name = "Activities")
class ActivityListController {

  private final ActivityLists lists;

  ActivityListController(ActivityLists lists) {
    this.lists = lists;
  }

  /**
   * Lists stand-alone Activities page by page, the latest first.
   *
   * @param query a List Filter of Temporal, such as {@code ActivityType = 'Charge'}; everything
   *     when absent
   */
  @GetMapping(path = "/activities", produces = MediaType.APPLICATION_JSON_VALUE)
  @Allow(Right.READ)
  @Operation(operationId = "listActivities", summary = "List stand-alone Activities")
  @ApiResponse(responseCode = "200", description = "A page.", headers = @Header(name = "Link"))
  @Problems({INVALID_QUERY, NOT_SUPPORTED})
  ResponseEntity<ActivityPage> list(
      NamespaceName namespace,
      @RequestParam(name = "query", defaultValue = "") String query,
      PageRequest page,
      Links links) {
    ActivityPage found = lists.list(namespace, query, page, links);
    return PageAnswers.of(
        found, found.nextPageToken(), "/activities", Map.of("query", query), page, links);
  }

  /**
   * Counts stand-alone Activities; a List Filter with {@code GROUP BY} counts each group.
   *
   * @param query a List Filter of Temporal, such as {@code ActivityType = 'Charge'}; everything
   *     when absent
   */
  @GetMapping(path = "/activity-count", produces = MediaType.APPLICATION_JSON_VALUE)
  @Allow(Right.READ)
  @Operation(operationId = "countActivities", summary = "Count stand-alone Activities")
  @ApiResponse(responseCode = "200", description = "Their number.")
  @Problems({INVALID_QUERY, NOT_SUPPORTED})
  ActivityCount count(
      NamespaceName namespace, @RequestParam(name = "query", defaultValue = "") String query) {
    return lists.count(namespace, query);
  }
}
