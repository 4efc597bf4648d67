package io.github.temporalgateway.namespace;

import static io.github.temporalgateway.problem.ProblemCode.CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.NAMESPACE_NOT_FOUND;
import static io.github.temporalgateway.problem.ProblemCode.NOT_SUPPORTED;
import static io.github.temporalgateway.problem.ProblemCode.PERMISSION_DENIED;

import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
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
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Namespaces. */
@RestController
@RequestMapping("/namespaces")
@Order(30)
@Tag(name = "Namespaces", description = "Which Namespaces there are, and what each can do.")
class NamespaceController {

  private final Namespaces namespaces;
  private final NamespaceAdministration administration;

  NamespaceController(Namespaces namespaces, NamespaceAdministration administration) {
    this.namespaces = namespaces;
    this.administration = administration;
  }

  /**
   * Lists the Namespaces that this gateway serves: those that its settings name and that exist, or
   * page by page all that the Temporal Service has.
   *
   * @apiNote permission: read
   */
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "listNamespaces", summary = "List Namespaces")
  @Allow(value = Right.READ, in = Scope.SERVICE)
  @ApiResponse(responseCode = "200", description = "A page.", headers = @Header(name = "Link"))
  @Problems(NOT_SUPPORTED)
  ResponseEntity<NamespacePage> list(NamespaceName byDefault, PageRequest page, Links links) {
    NamespacePage found = namespaces.list(byDefault, page, links);
    return PageAnswers.of(found, found.nextPageToken(), "/namespaces", Map.of(), page, links);
  }

  /**
   * Registers a Namespace. It takes some seconds until Temporal lets it be used. Off unless {@code
   * gateway.namespaces.admin} is set.
   *
   * @apiNote permission: admin
   */
  @PostMapping
  @Operation(operationId = "createNamespace", summary = "Register a Namespace")
  @Allow(value = Right.ADMIN, in = Scope.SERVICE)
  @ApiResponse(
      responseCode = "201",
      description = "Registered.",
      headers = @Header(name = "Location"))
  @Problems({PERMISSION_DENIED, NAMESPACE_NOT_FOUND, CONFLICT, NOT_SUPPORTED})
  ResponseEntity<Void> create(
      NamespaceName byDefault, @Valid @RequestBody CreateNamespaceRequest body, Links links) {
    administration.register(body);
    return ResponseEntity.created(URI.create(NamespaceMapper.link(body.namespace(), links)))
        .build();
  }

  /**
   * Describes a Namespace: how long it keeps executions, its limits, what the Temporal Service can
   * do in it.
   *
   * @apiNote permission: read
   */
  @GetMapping(path = "/{namespace}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "describeNamespace", summary = "Describe a Namespace")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "Its state.")
  @Problems({NAMESPACE_NOT_FOUND, NOT_SUPPORTED})
  NamespaceDescription describe(NamespaceName namespace, Links links) {
    return namespaces.describe(namespace, root(links));
  }

  /**
   * Changes a Namespace; what is left out stays as it is. Off unless {@code
   * gateway.namespaces.admin} is set.
   *
   * @apiNote permission: admin
   */
  @PatchMapping(path = "/{namespace}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "updateNamespace", summary = "Update a Namespace")
  @Allow(Right.ADMIN)
  @ApiResponse(responseCode = "200", description = "Its state now.")
  @Problems({PERMISSION_DENIED, NAMESPACE_NOT_FOUND, CONFLICT, NOT_SUPPORTED})
  NamespaceDescription update(
      NamespaceName namespace, @Valid @RequestBody UpdateNamespaceBody body, Links links) {
    return administration.update(namespace, body, root(links));
  }

  /** Below a Namespace that the path names, links would begin with it twice. */
  private static Links root(Links links) {
    return new Links(links.base().replaceFirst("/namespaces/[^/]+$", ""));
  }
}
