package io.github.temporalgateway.nexus.operation;

import static io.github.temporalgateway.problem.ProblemCode.CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.IDEMPOTENCY_CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.INVALID_QUERY;
import static io.github.temporalgateway.problem.ProblemCode.NEXUS_ENDPOINT_NOT_FOUND;
import static io.github.temporalgateway.problem.ProblemCode.NEXUS_OPERATION_ALREADY_STARTED;
import static io.github.temporalgateway.problem.ProblemCode.NEXUS_OPERATION_FAILED;
import static io.github.temporalgateway.problem.ProblemCode.NEXUS_OPERATION_NOT_FOUND;
import static io.github.temporalgateway.problem.ProblemCode.NOT_SUPPORTED;

import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.Identifiers;
import io.github.temporalgateway.kernel.JsonBody;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.Problems;
import io.github.temporalgateway.security.Allow;
import io.github.temporalgateway.security.Right;
import io.github.temporalgateway.web.Links;
import io.github.temporalgateway.web.PageAnswers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Nexus Operations that stand alone. */
@RestController
@RequestMapping({"", "/namespaces/{namespace}"})
@Order(35)
@Tag(name = "Nexus Operations", description = "Call services elsewhere without a Workflow.")
class NexusOperationController {

  private static final String ID = "operationId";
  private static final String RUN = "runId";
  private static final String QUERY = "query";

  private final NexusOperationStarts starts;
  private final NexusOperations operations;
  private final NexusOperationResults results;
  private final NexusOperationLists lists;

  NexusOperationController(
      NexusOperationStarts starts,
      NexusOperations operations,
      NexusOperationResults results,
      NexusOperationLists lists) {
    this.starts = starts;
    this.operations = operations;
    this.results = results;
    this.lists = lists;
  }

  /** Starts a Nexus Operation that no Workflow waits for. */
  @PostMapping(path = "/nexus-operations", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "startNexusOperation", summary = "Start a Nexus Operation")
  @Allow(Right.WRITE)
  @ApiResponse(responseCode = "201", description = "Started.", headers = @Header(name = "Location"))
  @ApiResponse(
      responseCode = "200",
      description = "One that was there before.",
      headers = {@Header(name = "Location"), @Header(name = "Idempotent-Replayed")})
  @Problems({
    NEXUS_ENDPOINT_NOT_FOUND,
    NEXUS_OPERATION_ALREADY_STARTED,
    IDEMPOTENCY_CONFLICT,
    NOT_SUPPORTED
  })
  ResponseEntity<NexusOperationHandle> start(
      NamespaceName namespace,
      @Valid @RequestBody StartNexusOperationBody body,
      @Nullable IdempotencyKey key,
      Links links) {
    return NexusOperationAnswers.toStart(starts.start(namespace, body, key, links));
  }

  /**
   * Lists Nexus Operations page by page, the latest first.
   *
   * @param query a List Filter of Temporal; everything when absent
   */
  @GetMapping(path = "/nexus-operations", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "listNexusOperations", summary = "List Nexus Operations")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "A page.", headers = @Header(name = "Link"))
  @Problems({INVALID_QUERY, NOT_SUPPORTED})
  ResponseEntity<NexusOperationPage> list(
      NamespaceName namespace,
      @RequestParam(name = QUERY, defaultValue = "") String query,
      PageRequest page,
      Links links) {
    NexusOperationPage found = lists.list(namespace, query, page, links);
    return PageAnswers.of(
        found, found.nextPageToken(), "/nexus-operations", Map.of(QUERY, query), page, links);
  }

  /**
   * Counts Nexus Operations; a List Filter with {@code GROUP BY} counts each group.
   *
   * @param query a List Filter of Temporal; everything when absent
   */
  @GetMapping(path = "/nexus-operation-count", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "countNexusOperations", summary = "Count Nexus Operations")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "Their number.")
  @Problems({INVALID_QUERY, NOT_SUPPORTED})
  NexusOperationCount count(
      NamespaceName namespace, @RequestParam(name = QUERY, defaultValue = "") String query) {
    return lists.count(namespace, query);
  }

  /**
   * Describes a Nexus Operation, with what it returned when it has closed; with {@code
   * If-None-Match} and {@code Prefer: wait} as soon as it is in another state.
   *
   * @param operationId id of the operation
   * @param runId one run of it; the latest when absent
   * @param known the ETag of a former answer, or several, or {@code *}
   */
  @GetMapping(path = "/nexus-operations/{operationId}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "describeNexusOperation", summary = "Describe a Nexus Operation")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "Its state.", headers = @Header(name = "ETag"))
  @ApiResponse(
      responseCode = "304",
      description = "Its state is still the one that `If-None-Match` names.",
      headers = @Header(name = "ETag"),
      content = @Content)
  @Problems({NEXUS_OPERATION_NOT_FOUND, NOT_SUPPORTED})
  ResponseEntity<NexusOperationDescription> describe(
      NamespaceName namespace,
      @PathVariable(ID) String operationId,
      @RequestParam(name = RUN, required = false) @Nullable String runId,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
      Wait wait,
      Links links) {
    var described = operations.describe(ref(namespace, operationId, runId), known, wait, links);
    return ResponseEntity.ok()
        .eTag(described.etag())
        .cacheControl(CacheControl.noCache())
        .body(described.body());
  }

  /**
   * Answers with what the operation returned, in the body and nothing else; with {@code Prefer:
   * wait} as soon as it is there.
   *
   * @param operationId id of the operation
   * @param runId one run of it; the latest when absent
   */
  @GetMapping(
      path = "/nexus-operations/{operationId}/result",
      produces = {
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.APPLICATION_OCTET_STREAM_VALUE,
        JsonBody.ENVELOPE_TYPE
      })
  @Operation(operationId = "getNexusOperationResult", summary = "Get its result")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "What the operation returned.")
  @ApiResponse(
      responseCode = "202",
      description = "Still running.",
      headers = {@Header(name = "Location"), @Header(name = "Retry-After")},
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = NexusOperationHandle.class)))
  @Problems({NEXUS_OPERATION_NOT_FOUND, NEXUS_OPERATION_FAILED, NOT_SUPPORTED})
  ResponseEntity<?> result(
      NamespaceName namespace,
      @PathVariable(ID) String operationId,
      @RequestParam(name = RUN, required = false) @Nullable String runId,
      Wait wait,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable List<MediaType> accept,
      Links links) {
    NexusOutcome outcome = results.of(ref(namespace, operationId, runId), wait);
    return NexusOperationAnswers.toResult(outcome, accept == null ? List.of() : accept, links);
  }

  /**
   * Asks the operation to end; its handler decides how and when. Asking again does no harm.
   *
   * @param operationId id of the operation
   * @param runId one run of it; the latest when absent
   */
  @PostMapping("/nexus-operations/{operationId}/cancel")
  @Operation(operationId = "cancelNexusOperation", summary = "Request cancellation")
  @Allow(Right.WRITE)
  @ApiResponse(responseCode = "202", description = "Requested.")
  @Problems({NEXUS_OPERATION_NOT_FOUND, CONFLICT, NOT_SUPPORTED})
  ResponseEntity<Void> cancel(
      NamespaceName namespace,
      @PathVariable(ID) String operationId,
      @RequestParam(name = RUN, required = false) @Nullable String runId,
      @RequestBody(required = false) @Nullable NexusOperationReason body) {
    operations.cancel(ref(namespace, operationId, runId), NexusOperationReason.of(body));
    return ResponseEntity.accepted().build();
  }

  /**
   * Ends the operation at once; its handler does not learn of it.
   *
   * @param operationId id of the operation
   * @param runId one run of it; the latest when absent
   */
  @PostMapping("/nexus-operations/{operationId}/terminate")
  @Operation(operationId = "terminateNexusOperation", summary = "Terminate")
  @Allow(Right.WRITE)
  @ApiResponse(responseCode = "204", description = "Terminated.")
  @Problems({NEXUS_OPERATION_NOT_FOUND, CONFLICT, NOT_SUPPORTED})
  ResponseEntity<Void> terminate(
      NamespaceName namespace,
      @PathVariable(ID) String operationId,
      @RequestParam(name = RUN, required = false) @Nullable String runId,
      @RequestBody(required = false) @Nullable NexusOperationReason body) {
    operations.terminate(ref(namespace, operationId, runId), NexusOperationReason.of(body));
    return ResponseEntity.noContent().build();
  }

  /**
   * Deletes the operation, a moment later; one that is open is terminated.
   *
   * @param operationId id of the operation
   * @param runId one run of it; the latest when absent
   */
  @DeleteMapping("/nexus-operations/{operationId}")
  @Operation(operationId = "deleteNexusOperation", summary = "Delete")
  @Allow(Right.WRITE)
  @ApiResponse(responseCode = "202", description = "Will be deleted.")
  @Problems({NEXUS_OPERATION_NOT_FOUND, NOT_SUPPORTED})
  ResponseEntity<Void> delete(
      NamespaceName namespace,
      @PathVariable(ID) String operationId,
      @RequestParam(name = RUN, required = false) @Nullable String runId) {
    operations.delete(ref(namespace, operationId, runId));
    return ResponseEntity.accepted().build();
  }

  private static NexusOperationRef ref(
      NamespaceName namespace, String operationId, @Nullable String runId) {
    return new NexusOperationRef(
        namespace,
        PathId.decode(ID, operationId),
        Objects.requireNonNullElse(Identifiers.checkRunId(runId), ""));
  }
}
