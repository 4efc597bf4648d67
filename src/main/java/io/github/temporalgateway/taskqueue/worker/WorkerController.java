package io.github.temporalgateway.taskqueue.worker;

import static io.github.temporalgateway.problem.ProblemCode.INVALID_QUERY;
import static io.github.temporalgateway.problem.ProblemCode.NOT_SUPPORTED;
import static io.github.temporalgateway.problem.ProblemCode.WORKER_NOT_FOUND;

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
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Workers. */
@RestController
@RequestMapping({"", "/namespaces/{namespace}"})
@Order(21)
@Tag(name = "Workers", description = "Which Workers there are, and how busy they are.")
class WorkerController {

  private static final String KEY = "workerInstanceKey";
  private static final String QUERY = "query";
  private static final String SYSTEM = "includeSystemWorkers";

  private final Workers workers;

  WorkerController(Workers workers) {
    this.workers = workers;
  }

  /**
   * Lists Workers page by page. Only those that send heartbeats are known, which depends on the SDK
   * and its version; the pollers of a Task Queue include the others.
   *
   * @param query such as {@code TaskQueue = 'orders' AND HostName = 'a'}; everything when absent.
   *     It knows {@code WorkerInstanceKey}, {@code WorkerIdentity}, {@code HostName}, {@code
   *     TaskQueue}, {@code DeploymentName}, {@code BuildId}, {@code SdkName}, {@code SdkVersion},
   *     {@code StartTime}, {@code HeartbeatTime} and {@code WorkerStatus}; what has another name
   *     finds nothing
   * @param system whether the Workers of Temporal itself are listed too
   */
  @GetMapping(path = "/workers", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "listWorkers", summary = "List Workers")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "A page.", headers = @Header(name = "Link"))
  @Problems({INVALID_QUERY, NOT_SUPPORTED})
  ResponseEntity<WorkerPage> list(
      NamespaceName namespace,
      @RequestParam(name = QUERY, defaultValue = "") String query,
      @RequestParam(name = SYSTEM, defaultValue = "false") boolean system,
      PageRequest page,
      Links links) {
    WorkerPage found = workers.list(namespace, query, system, page, links);
    return PageAnswers.of(
        found,
        found.nextPageToken(),
        "/workers",
        Map.of(QUERY, query, SYSTEM, system ? "true" : ""),
        page,
        links);
  }

  /**
   * Counts Workers.
   *
   * @param query as for the list of them; everything when absent
   * @param system whether the Workers of Temporal itself count too
   */
  @GetMapping(path = "/worker-count", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "countWorkers", summary = "Count Workers")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "Their number.")
  @Problems({INVALID_QUERY, NOT_SUPPORTED})
  WorkerCount count(
      NamespaceName namespace,
      @RequestParam(name = QUERY, defaultValue = "") String query,
      @RequestParam(name = SYSTEM, defaultValue = "false") boolean system) {
    return workers.count(namespace, query, system);
  }

  /**
   * Tells what a Worker said in its last heartbeat: how busy it is and how it polls.
   *
   * @param key the Worker's instance key, as the list has it
   */
  @GetMapping(path = "/workers/{workerInstanceKey}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "describeWorker", summary = "Describe a Worker")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "Its last heartbeat.")
  @Problems({WORKER_NOT_FOUND, NOT_SUPPORTED})
  WorkerDescription describe(NamespaceName namespace, @PathVariable(KEY) String key, Links links) {
    return workers.describe(namespace, PathId.decode(KEY, key), links);
  }
}
