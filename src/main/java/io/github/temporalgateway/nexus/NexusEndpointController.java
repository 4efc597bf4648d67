package io.github.temporalgateway.nexus;

import static io.github.temporalgateway.problem.ProblemCode.CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.NEXUS_ENDPOINT_NOT_FOUND;
import static io.github.temporalgateway.problem.ProblemCode.NOT_SUPPORTED;
import static io.github.temporalgateway.problem.ProblemCode.PRECONDITION_FAILED;

import io.github.temporalgateway.kernel.EntityTag;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.problem.Problems;
import io.github.temporalgateway.security.Allow;
import io.github.temporalgateway.security.Right;
import io.github.temporalgateway.security.Scope;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Nexus Endpoints, which belong to the Temporal Service of the default Namespace. */
@RestController
@RequestMapping("/nexus-endpoints")
@Order(34)
@Tag(name = "Nexus Endpoints", description = "Where Workflows reach services elsewhere.")
class NexusEndpointController {

  private static final String ID = "endpointId";
  private static final String NAME = "name";

  private final NexusEndpoints endpoints;

  NexusEndpointController(NexusEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  /**
   * Lists the Nexus Endpoints of the Temporal Service page by page.
   *
   * @param name only the one of this name; all when absent
   */
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "listNexusEndpoints", summary = "List Nexus Endpoints")
  @Allow(value = Right.READ, in = Scope.SERVICE)
  @ApiResponse(responseCode = "200", description = "A page.", headers = @Header(name = "Link"))
  @Problems(NOT_SUPPORTED)
  ResponseEntity<NexusEndpointPage> list(
      NamespaceName byDefault,
      @RequestParam(name = NAME, defaultValue = "") String name,
      PageRequest page,
      Links links) {
    NexusEndpointPage found = endpoints.list(byDefault, name, page, links);
    return PageAnswers.of(
        found, found.nextPageToken(), "/nexus-endpoints", Map.of(NAME, name), page, links);
  }

  /** Creates a Nexus Endpoint. */
  @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "createNexusEndpoint", summary = "Create a Nexus Endpoint")
  @Allow(value = Right.ADMIN, in = Scope.SERVICE)
  @ApiResponse(
      responseCode = "201",
      description = "Created.",
      headers = {@Header(name = "Location"), @Header(name = "ETag")})
  @Problems({CONFLICT, NOT_SUPPORTED})
  ResponseEntity<NexusEndpoint> create(
      NamespaceName byDefault, @Valid @RequestBody NexusEndpointRequest body, Links links) {
    NexusEndpoint endpoint = endpoints.create(byDefault, body, links);
    return ResponseEntity.created(URI.create(endpoint.link())).eTag(etag(endpoint)).body(endpoint);
  }

  /**
   * Describes a Nexus Endpoint.
   *
   * @param endpointId id of the endpoint
   */
  @GetMapping(path = "/{endpointId}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "describeNexusEndpoint", summary = "Describe a Nexus Endpoint")
  @Allow(value = Right.READ, in = Scope.SERVICE)
  @ApiResponse(
      responseCode = "200",
      description = "Its name and target.",
      headers = @Header(name = "ETag"))
  @Problems({NEXUS_ENDPOINT_NOT_FOUND, NOT_SUPPORTED})
  ResponseEntity<NexusEndpoint> describe(
      NamespaceName byDefault, @PathVariable(ID) String endpointId, Links links) {
    return answer(endpoints.describe(byDefault, PathId.decode(ID, endpointId), links));
  }

  /**
   * Replaces what a Nexus Endpoint is.
   *
   * @param endpointId id of the endpoint
   * @param ifMatch the ETag of the description that the change is meant for
   */
  @PutMapping(path = "/{endpointId}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "replaceNexusEndpoint", summary = "Replace a Nexus Endpoint")
  @Allow(value = Right.ADMIN, in = Scope.SERVICE)
  @ApiResponse(
      responseCode = "200",
      description = "What it is now.",
      headers = @Header(name = "ETag"))
  @Problems({NEXUS_ENDPOINT_NOT_FOUND, CONFLICT, PRECONDITION_FAILED, NOT_SUPPORTED})
  ResponseEntity<NexusEndpoint> replace(
      NamespaceName byDefault,
      @PathVariable(ID) String endpointId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody NexusEndpointRequest body,
      Links links) {
    return answer(
        endpoints.replace(
            byDefault, PathId.decode(ID, endpointId), body, EntityTag.read(ifMatch), links));
  }

  /**
   * Deletes a Nexus Endpoint. Workflows that call it fail to.
   *
   * @param endpointId id of the endpoint
   * @param ifMatch the ETag of the description that the deletion is meant for
   */
  @DeleteMapping("/{endpointId}")
  @Operation(operationId = "deleteNexusEndpoint", summary = "Delete a Nexus Endpoint")
  @Allow(value = Right.ADMIN, in = Scope.SERVICE)
  @ApiResponse(responseCode = "204", description = "Deleted.")
  @Problems({NEXUS_ENDPOINT_NOT_FOUND, PRECONDITION_FAILED, NOT_SUPPORTED})
  ResponseEntity<Void> delete(
      NamespaceName byDefault,
      @PathVariable(ID) String endpointId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    endpoints.delete(byDefault, PathId.decode(ID, endpointId), EntityTag.read(ifMatch));
    return ResponseEntity.noContent().build();
  }

  private static ResponseEntity<NexusEndpoint> answer(NexusEndpoint endpoint) {
    return ResponseEntity.ok().eTag(etag(endpoint)).body(endpoint);
  }

  private static String etag(NexusEndpoint endpoint) {
    return EntityTag.of(NexusEndpoints.mark(endpoint.version()));
  }
}
