package io.github.temporalgateway.taskqueue.deployment;

import static io.github.temporalgateway.problem.ProblemCode.CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.NOT_SUPPORTED;
import static io.github.temporalgateway.problem.ProblemCode.PRECONDITION_FAILED;
import static io.github.temporalgateway.problem.ProblemCode.WORKER_DEPLOYMENT_NOT_FOUND;

import io.github.temporalgateway.kernel.EntityTag;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Worker Deployments. */
@RestController
@RequestMapping({"/worker-deployments", "/namespaces/{namespace}/worker-deployments"})
@Order(22)
@Tag(name = "Worker Deployments", description = "Which versions of Workers get the tasks.")
class DeploymentController {

  private static final String NAME = "deploymentName";

  private final Deployments deployments;

  DeploymentController(Deployments deployments) {
    this.deployments = deployments;
  }

  /** Lists Worker Deployments page by page. */
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "listWorkerDeployments", summary = "List Worker Deployments")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "A page.", headers = @Header(name = "Link"))
  @Problems(NOT_SUPPORTED)
  ResponseEntity<DeploymentPage> list(NamespaceName namespace, PageRequest page, Links links) {
    DeploymentPage found = deployments.list(namespace, page, links);
    return PageAnswers.of(
        found, found.nextPageToken(), "/worker-deployments", Map.of(), page, links);
  }

  /**
   * Creates a Worker Deployment before any Worker polls for it; a Worker that polls with a
   * deployment version creates it as well.
   */
  @PostMapping
  @Operation(operationId = "createWorkerDeployment", summary = "Create a Worker Deployment")
  @Allow(Right.ADMIN)
  @ApiResponse(responseCode = "201", description = "Created.", headers = @Header(name = "Location"))
  @Problems({CONFLICT, NOT_SUPPORTED})
  ResponseEntity<Void> create(
      NamespaceName namespace,
      @Valid @RequestBody CreateDeploymentRequest body,
      @Nullable IdempotencyKey key,
      Links links) {
    deployments.create(namespace, body.deploymentName(), key);
    return ResponseEntity.created(URI.create(DeploymentMapper.link(body.deploymentName(), links)))
        .build();
  }

  /**
   * Describes a Worker Deployment: its versions and which of them get the tasks.
   *
   * @param name name of the deployment
   */
  @GetMapping(path = "/{deploymentName}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "describeWorkerDeployment", summary = "Describe a Worker Deployment")
  @Allow(Right.READ)
  @ApiResponse(
      responseCode = "200",
      description = "Its versions and routing.",
      headers = @Header(name = "ETag"))
  @Problems({WORKER_DEPLOYMENT_NOT_FOUND, NOT_SUPPORTED})
  ResponseEntity<DeploymentDescription> describe(
      NamespaceName namespace, @PathVariable(NAME) String name, Links links) {
    Deployments.Found found = deployments.describe(namespace, PathId.decode(NAME, name), links);
    return ResponseEntity.ok().eTag(EntityTag.of(found.mark())).body(found.description());
  }

  /**
   * Deletes a Worker Deployment that has no versions any more. One that does not exist is no error.
   *
   * @param name name of the deployment
   */
  @DeleteMapping("/{deploymentName}")
  @Operation(operationId = "deleteWorkerDeployment", summary = "Delete a Worker Deployment")
  @Allow(Right.ADMIN)
  @ApiResponse(responseCode = "204", description = "Deleted.")
  @Problems({CONFLICT, NOT_SUPPORTED})
  ResponseEntity<Void> delete(NamespaceName namespace, @PathVariable(NAME) String name) {
    deployments.delete(namespace, PathId.decode(NAME, name));
    return ResponseEntity.noContent().build();
  }

  /**
   * Says which version gets what is not pinned to one: new executions, and those that upgrade by
   * themselves.
   *
   * @param name name of the deployment
   * @param ifMatch the ETag of the description that the change is meant for
   */
  @PutMapping("/{deploymentName}/current-version")
  @Operation(operationId = "replaceCurrentVersion", summary = "Set the current version")
  @Allow(Right.ADMIN)
  @ApiResponse(responseCode = "204", description = "Set.", headers = @Header(name = "ETag"))
  @Problems({WORKER_DEPLOYMENT_NOT_FOUND, CONFLICT, PRECONDITION_FAILED, NOT_SUPPORTED})
  ResponseEntity<Void> setCurrent(
      NamespaceName namespace,
      @PathVariable(NAME) String name,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody CurrentVersionRequest body) {
    return changed(
        deployments.setCurrent(
            namespace, PathId.decode(NAME, name), body, EntityTag.read(ifMatch)));
  }

  /**
   * Says which version gets a share of what is not pinned to one.
   *
   * @param name name of the deployment
   * @param ifMatch the ETag of the description that the change is meant for
   */
  @PutMapping("/{deploymentName}/ramping-version")
  @Operation(operationId = "replaceRampingVersion", summary = "Set the ramping version")
  @Allow(Right.ADMIN)
  @ApiResponse(responseCode = "204", description = "Set.", headers = @Header(name = "ETag"))
  @Problems({WORKER_DEPLOYMENT_NOT_FOUND, CONFLICT, PRECONDITION_FAILED, NOT_SUPPORTED})
  ResponseEntity<Void> setRamping(
      NamespaceName namespace,
      @PathVariable(NAME) String name,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody RampingVersionRequest body) {
    return changed(
        deployments.setRamping(
            namespace, PathId.decode(NAME, name), body, EntityTag.read(ifMatch)));
  }

  /**
   * Says who alone may change a Worker Deployment, so that two tools do not work against each
   * other.
   *
   * @param name name of the deployment
   * @param ifMatch the ETag of the description that the change is meant for
   */
  @PutMapping("/{deploymentName}/manager")
  @Operation(operationId = "replaceDeploymentManager", summary = "Set the manager")
  @Allow(Right.ADMIN)
  @ApiResponse(responseCode = "204", description = "Set.", headers = @Header(name = "ETag"))
  @Problems({WORKER_DEPLOYMENT_NOT_FOUND, CONFLICT, PRECONDITION_FAILED, NOT_SUPPORTED})
  ResponseEntity<Void> setManager(
      NamespaceName namespace,
      @PathVariable(NAME) String name,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody ManagerRequest body) {
    return changed(
        deployments.setManager(
            namespace, PathId.decode(NAME, name), body, EntityTag.read(ifMatch)));
  }

  private static ResponseEntity<Void> changed(byte[] mark) {
    return ResponseEntity.noContent().eTag(EntityTag.of(mark)).build();
  }
}
