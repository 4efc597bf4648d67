package io.github.temporalgateway.nexus;

import static io.github.temporalgateway.problem.ProblemCode.CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.INVALID_ARGUMENT;
import static io.github.temporalgateway.problem.ProblemCode.NEXUS_ENDPOINT_NOT_FOUND;

import io.github.temporalgateway.connection.ListCalls;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.EntityTag;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.web.Links;
import io.temporal.api.nexus.v1.Endpoint;
import io.temporal.api.operatorservice.v1.CreateNexusEndpointRequest;
import io.temporal.api.operatorservice.v1.DeleteNexusEndpointRequest;
import io.temporal.api.operatorservice.v1.GetNexusEndpointRequest;
import io.temporal.api.operatorservice.v1.ListNexusEndpointsRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceBlockingStub;
import io.temporal.api.operatorservice.v1.UpdateNexusEndpointRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Creates, shows, replaces and deletes Nexus Endpoints. */
@Service
class NexusEndpoints {

  private final TemporalConnections connections;

  NexusEndpoints(TemporalConnections connections) {
    this.connections = connections;
  }

  NexusEndpointPage list(NamespaceName namespace, String name, PageRequest page, Links links) {
    ListNexusEndpointsRequest.Builder request =
        ListNexusEndpointsRequest.newBuilder().setName(name).setPageSize(page.size());
    return NexusEndpointMapper.toPage(
        ListCalls.page(
            page,
            token ->
                call(
                    namespace,
                    OperatorServiceBlockingStub::listNexusEndpoints,
                    request.setNextPageToken(token).build())),
        links);
  }

  NexusEndpoint create(NamespaceName namespace, NexusEndpointRequest body, Links links) {
    return NexusEndpointMapper.toEndpoint(
        call(
                namespace,
                OperatorServiceBlockingStub::createNexusEndpoint,
                CreateNexusEndpointRequest.newBuilder()
                    .setSpec(NexusEndpointMapper.toSpec(body))
                    .build())
            .getEndpoint(),
        links);
  }

  NexusEndpoint describe(NamespaceName namespace, String endpointId, Links links) {
    return NexusEndpointMapper.toEndpoint(find(namespace, endpointId), links);
  }

  NexusEndpoint replace(
      NamespaceName namespace,
      String endpointId,
      NexusEndpointRequest body,
      byte @Nullable [] mark,
      Links links) {
    Endpoint present = present(namespace, endpointId, mark);
    try {
      return NexusEndpointMapper.toEndpoint(
          call(
                  namespace,
                  OperatorServiceBlockingStub::updateNexusEndpoint,
                  UpdateNexusEndpointRequest.newBuilder()
                      .setId(endpointId)
                      .setVersion(present.getVersion())
                      .setSpec(NexusEndpointMapper.toSpec(body))
                      .build())
              .getEndpoint(),
          links);
    } catch (TemporalException refused) {
      throw mark != null
              && refused.code() == CONFLICT
              && refused.detail().contains("version mismatch")
          ? EntityTag.changed()
          : refused;
    }
  }

  void delete(NamespaceName namespace, String endpointId, byte @Nullable [] mark) {
    Endpoint present = present(namespace, endpointId, mark);
    var _ =
        call(
            namespace,
            OperatorServiceBlockingStub::deleteNexusEndpoint,
            DeleteNexusEndpointRequest.newBuilder()
                .setId(endpointId)
                .setVersion(present.getVersion())
                .build());
  }

  /** What the ETag of an endpoint is made of. */
  static byte[] mark(long version) {
    return Long.toString(version).getBytes(StandardCharsets.US_ASCII);
  }

  private Endpoint present(NamespaceName namespace, String endpointId, byte @Nullable [] mark) {
    Endpoint present = find(namespace, endpointId);
    if (mark != null && !Arrays.equals(mark, mark(present.getVersion()))) {
      throw EntityTag.changed();
    }
    return present;
  }

  private Endpoint find(NamespaceName namespace, String endpointId) {
    try {
      return call(
              namespace,
              OperatorServiceBlockingStub::getNexusEndpoint,
              GetNexusEndpointRequest.newBuilder().setId(endpointId).build())
          .getEndpoint();
    } catch (TemporalException refused) {
      throw refused.code() == INVALID_ARGUMENT
          ? new RefusedException(NEXUS_ENDPOINT_NOT_FOUND, "The id of an endpoint is a UUID.")
          : refused;
    }
  }

  private <Q, R> R call(
      NamespaceName namespace, BiFunction<OperatorServiceBlockingStub, Q, R> rpc, Q request) {
    return connections.namespace(namespace).callOperator(rpc, request, NEXUS_ENDPOINT_NOT_FOUND);
  }
}
