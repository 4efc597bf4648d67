package io.github.temporalgateway.batch;

import static io.github.temporalgateway.problem.ProblemCode.BATCH_NOT_FOUND;
import static io.github.temporalgateway.problem.ProblemCode.CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.IDEMPOTENCY_CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.INVALID_QUERY;
import static io.github.temporalgateway.problem.ProblemCode.NOT_SUPPORTED;

import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.problem.Problems;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.github.temporalgateway.security.Allow;
import io.github.temporalgateway.security.Right;
import io.github.temporalgateway.web.Links;
import io.github.temporalgateway.web.PageAnswers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One operation on many executions. */
@RestController
@RequestMapping({"/batches", "/namespaces/{namespace}/batches"})
@Order(9)
@Tag(name = "Batches", description = "Signal, cancel, terminate, reset or delete many executions.")
@Problems(NOT_SUPPORTED)
class BatchController {

  private final Batches batches;
  private final BatchStarts starts;

  BatchController(Batches batches, BatchStarts starts) {
    this.batches = batches;
    this.starts = starts;
  }

  /**
   * Starts a batch, which Temporal works off by and by; a Namespace has one at a time unless it is
   * set up otherwise. With {@code dryRun} nothing is done, and the answer tells how many executions
   * the batch would touch.
   *
   * @param dryRun whether only to tell what would be done
   */
  @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Allow(value = Right.WRITE, asksPolicies = true)
  @Operation(operationId = "startBatch", summary = "Start a batch")
  @ApiResponse(
      responseCode = "200",
      description = "With `dryRun`: what would be done.",
      content = @Content(schema = @Schema(implementation = BatchPreview.class)))
  @ApiResponse(
      responseCode = "202",
      description = "Started.",
      headers = {@Header(name = "Location"), @Header(name = "Idempotent-Replayed")},
      content = @Content(schema = @Schema(implementation = BatchDescription.class)))
  @Problems({INVALID_QUERY, IDEMPOTENCY_CONFLICT})
  ResponseEntity<?> start(
      NamespaceName namespace,
      @Parameter(schema = @Schema(type = "boolean", defaultValue = "false"))
          @RequestParam(name = "dryRun", required = false)
          @Nullable String dryRun,
      @Valid @RequestBody StartBatchRequest body,
      @Nullable IdempotencyKey key,
      Links links) {
    boolean dry = isDry(dryRun);
    PermittedBatch batch = PermittedBatch.of(namespace, body);
    if (dry) {
      batch.requireRuns();
      return ResponseEntity.ok(batches.preview(namespace, batch.body()));
    }
    return BatchAnswers.toStarted(starts.start(batch, key), links);
  }

  /** A batch can't be undone, so nothing but {@code false} passes for it. */
  private static boolean isDry(@Nullable String dryRun) {
    return switch (dryRun) {
      case null -> false;
      case "false" -> false;
      case "true" -> true;
      default ->
          throw RefusedException.invalid(
              Violation.ofParameter("dryRun", "The value is true or false."));
    };
  }

  /** Lists batches page by page, the latest first; a new one appears after a moment. */
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Allow(Right.READ)
  @Operation(operationId = "listBatches", summary = "List batches")
  @ApiResponse(responseCode = "200", description = "A page.", headers = @Header(name = "Link"))
  ResponseEntity<BatchPage> list(NamespaceName namespace, PageRequest page, Links links) {
    BatchPage found = batches.list(namespace, page, links);
    return PageAnswers.of(found, found.nextPageToken(), "/batches", Map.of(), page, links);
  }

  /**
   * Tells what a batch does and how far it is.
   *
   * @param jobId id of the batch
   */
  @GetMapping(path = "/{jobId}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Allow(Right.READ)
  @Operation(operationId = "describeBatch", summary = "Describe a batch")
  @ApiResponse(responseCode = "200", description = "The batch.")
  @Problems(BATCH_NOT_FOUND)
  BatchDescription describe(
      NamespaceName namespace, @PathVariable("jobId") String jobId, Links links) {
    BatchRef ref = BatchRef.of(namespace, jobId);
    return BatchMapper.toDescription(ref, batches.describe(ref), links);
  }

  /**
   * Stops a batch. What it has done stays done.
   *
   * @param jobId id of the batch
   */
  @PostMapping("/{jobId}/stop")
  @Allow(Right.WRITE)
  @Operation(operationId = "stopBatch", summary = "Stop a batch")
  @ApiResponse(responseCode = "202", description = "Temporal has it.")
  @Problems({BATCH_NOT_FOUND, CONFLICT})
  ResponseEntity<Void> stop(
      NamespaceName namespace,
      @PathVariable("jobId") String jobId,
      @RequestBody(required = false) @Nullable StopBatchRequest body) {
    batches.stop(BatchRef.of(namespace, jobId), body);
    return ResponseEntity.accepted().build();
  }
}
