package io.github.temporalgateway.taskqueue.deployment;

import static io.github.temporalgateway.problem.ProblemCode.CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.NOT_SUPPORTED;
import static io.github.temporalgateway.problem.ProblemCode.WORKER_DEPLOYMENT_NOT_FOUND;

import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.problem.Problems;
import io.github.temporalgateway.security.Allow;
import io.github.temporalgateway.security.Right;
import io.github.temporalgateway.web.Links;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Versions of Worker Deployments. */
@RestController
@RequestMapping({
  "/worker-deployments/{deploymentName}/versions",
  "/namespaces/{namespace}/worker-deployments/{deploymentName}/versions"
})
@Order(22)
@Tag(name = "Worker Deployments", description = "Which versions of Workers get the tasks.")
class VersionController {

  private static final String NAME = "deploymentName";
  private static final String BUILD = "buildId";

  private final Versions versions;

  VersionController(Versions versions) {
    this.versions = versions;
  }

  /**
   * Creates a version before any Worker polls with it; a Worker that polls with it creates it as
   * well.
   *
   * @param name name of the deployment
   */
  @PostMapping
  @Operation(operationId = "createDeploymentVersion", summary = "Create a version")
  @Allow(Right.ADMIN)
  @ApiResponse(responseCode = "201", description = "Created.", headers = @Header(name = "Location"))
  @Problems({WORKER_DEPLOYMENT_NOT_FOUND, CONFLICT, NOT_SUPPORTED})
  ResponseEntity<Void> create(
      NamespaceName namespace,
      @PathVariable(NAME) String name,
      @Valid @RequestBody CreateVersionRequest body,
      @Nullable IdempotencyKey key,
      Links links) {
    String deployment = PathId.decode(NAME, name);
    versions.create(namespace, deployment, body, key);
    return ResponseEntity.created(
            URI.create(
                VersionMapper.link(VersionMapper.toProto(deployment, body.buildId()), links)))
        .build();
  }

  /**
   * Describes a version: its share of the tasks, its Task Queues, whether executions are still
   * pinned to it.
   *
   * @param name name of the deployment
   * @param build Build Id of the version
   */
  @GetMapping(path = "/{buildId}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "describeDeploymentVersion", summary = "Describe a version")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "Its state.")
  @Problems({WORKER_DEPLOYMENT_NOT_FOUND, NOT_SUPPORTED})
  VersionDescription describe(
      NamespaceName namespace,
      @PathVariable(NAME) String name,
      @PathVariable(BUILD) String build,
      Links links) {
    return versions.describe(
        namespace, PathId.decode(NAME, name), PathId.decode(BUILD, build), links);
  }

  /**
   * Deletes a version that gets no tasks, that nobody polls for and that no execution is pinned to.
   * One that does not exist is no error.
   *
   * @param name name of the deployment
   * @param build Build Id of the version
   * @param skipDrainage whether it is deleted although executions may be pinned to it
   */
  @DeleteMapping("/{buildId}")
  @Operation(operationId = "deleteDeploymentVersion", summary = "Delete a version")
  @Allow(Right.ADMIN)
  @ApiResponse(responseCode = "204", description = "Deleted.")
  @Problems({CONFLICT, NOT_SUPPORTED})
  ResponseEntity<Void> delete(
      NamespaceName namespace,
      @PathVariable(NAME) String name,
      @PathVariable(BUILD) String build,
      @RequestParam(name = "skipDrainage", defaultValue = "false") boolean skipDrainage) {
    versions.delete(
        namespace, PathId.decode(NAME, name), PathId.decode(BUILD, build), skipDrainage);
    return ResponseEntity.noContent().build();
  }

  /**
   * Notes any JSON about a version; names that are left out stay as they are.
   *
   * @param name name of the deployment
   * @param build Build Id of the version
   */
  @PatchMapping(path = "/{buildId}/metadata", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "updateVersionMetadata", summary = "Note something about a version")
  @Allow(Right.ADMIN)
  @ApiResponse(responseCode = "200", description = "All that is noted now.")
  @Problems({WORKER_DEPLOYMENT_NOT_FOUND, NOT_SUPPORTED})
  VersionMetadata note(
      NamespaceName namespace,
      @PathVariable(NAME) String name,
      @PathVariable(BUILD) String build,
      @Valid @RequestBody VersionMetadataRequest body) {
    return versions.note(namespace, PathId.decode(NAME, name), PathId.decode(BUILD, build), body);
  }

  /**
   * Says how Temporal starts the Workers of a version by itself; groups that are left out stay as
   * they are.
   *
   * @param name name of the deployment
   * @param build Build Id of the version
   */
  @PatchMapping("/{buildId}/scaling-groups")
  @Operation(operationId = "updateScalingGroups", summary = "Let Temporal start the Workers")
  @Allow(Right.ADMIN)
  @ApiResponse(responseCode = "204", description = "Set.")
  @Problems({WORKER_DEPLOYMENT_NOT_FOUND, CONFLICT, NOT_SUPPORTED})
  ResponseEntity<Void> scale(
      NamespaceName namespace,
      @PathVariable(NAME) String name,
      @PathVariable(BUILD) String build,
      @Valid @RequestBody ScalingRequest body) {
    versions.scale(namespace, PathId.decode(NAME, name), PathId.decode(BUILD, build), body);
    return ResponseEntity.noContent().build();
  }

  /**
   * Tries out how Temporal would start the Workers of a version, and changes nothing.
   *
   * @param name name of the deployment
   * @param build Build Id of the version
   */
  @PostMapping("/{buildId}/scaling-groups/validate")
  @Operation(operationId = "validateScalingGroups", summary = "Try scaling groups out")
  @Allow(Right.ADMIN)
  @ApiResponse(responseCode = "204", description = "They would work.")
  @Problems({WORKER_DEPLOYMENT_NOT_FOUND, CONFLICT, NOT_SUPPORTED})
  ResponseEntity<Void> validate(
      NamespaceName namespace,
      @PathVariable(NAME) String name,
      @PathVariable(BUILD) String build,
      @Valid @RequestBody ScalingRequest body) {
    versions.validate(namespace, PathId.decode(NAME, name), PathId.decode(BUILD, build), body);
    return ResponseEntity.noContent().build();
  }
}
