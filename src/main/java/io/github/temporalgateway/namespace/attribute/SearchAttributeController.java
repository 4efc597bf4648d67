package io.github.temporalgateway.namespace.attribute;

import static io.github.temporalgateway.problem.ProblemCode.CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.NOT_SUPPORTED;
import static io.github.temporalgateway.problem.ProblemCode.SEARCH_ATTRIBUTE_NOT_FOUND;

import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.problem.Problems;
import io.github.temporalgateway.security.Allow;
import io.github.temporalgateway.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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

/** Search Attributes. */
@RestController
@RequestMapping({"/search-attributes", "/namespaces/{namespace}/search-attributes"})
@Order(31)
@Tag(name = "Search Attributes", description = "By what executions can be found.")
class SearchAttributeController {

  private static final String NAME = "name";

  private final SearchAttributeAdministration attributes;

  SearchAttributeController(SearchAttributeAdministration attributes) {
    this.attributes = attributes;
  }

  /** Lists the Search Attributes of a Namespace with their types. */
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "listSearchAttributes", summary = "List Search Attributes")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "All of them.")
  @Problems(NOT_SUPPORTED)
  SearchAttributeList list(NamespaceName namespace) {
    return attributes.list(namespace);
  }

  /**
   * Adds Search Attributes. One that exists with the same type is no error. It may take some
   * seconds until Temporal lets them be used.
   */
  @PostMapping
  @Operation(operationId = "createSearchAttributes", summary = "Add Search Attributes")
  @Allow(Right.ADMIN)
  @ApiResponse(responseCode = "204", description = "Added.")
  @Problems({CONFLICT, NOT_SUPPORTED})
  ResponseEntity<Void> add(
      NamespaceName namespace, @Valid @RequestBody AddSearchAttributesBody body) {
    attributes.add(namespace, body);
    return ResponseEntity.noContent().build();
  }

  /**
   * Removes a Search Attribute. Executions cannot be found by it any more; their values are lost
   * when another attribute takes its place.
   *
   * @param name name of the Search Attribute
   */
  @DeleteMapping("/{name}")
  @Operation(operationId = "deleteSearchAttribute", summary = "Remove a Search Attribute")
  @Allow(Right.ADMIN)
  @ApiResponse(responseCode = "204", description = "Removed.")
  @Problems({SEARCH_ATTRIBUTE_NOT_FOUND, NOT_SUPPORTED})
  ResponseEntity<Void> remove(NamespaceName namespace, @PathVariable(NAME) String name) {
    attributes.remove(namespace, PathId.decode(NAME, name));
    return ResponseEntity.noContent().build();
  }
}
