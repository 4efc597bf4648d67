package io.github.temporalgateway.namespace.cluster;

import static io.github.temporalgateway.problem.ProblemCode.NOT_SUPPORTED;

import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.problem.Problems;
import io.github.temporalgateway.security.Allow;
import io.github.temporalgateway.security.Right;
import io.github.temporalgateway.security.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The Temporal Service. */
@RestController
@RequestMapping({"/cluster", "/namespaces/{namespace}/cluster"})
@Order(32)
@Tag(name = "Cluster", description = "The Temporal Service itself.")
class ClusterController {

  private final Clusters clusters;

  ClusterController(Clusters clusters) {
    this.clusters = clusters;
  }

  /** Tells the version of the Temporal Service that has the Namespace, and what it can do. */
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "describeCluster", summary = "Describe the Temporal Service")
  @Allow(value = Right.READ, in = Scope.SERVICE)
  @ApiResponse(responseCode = "200", description = "What it says of itself.")
  @Problems(NOT_SUPPORTED)
  ClusterDescription describe(NamespaceName namespace) {
    return clusters.having(namespace);
  }
}
