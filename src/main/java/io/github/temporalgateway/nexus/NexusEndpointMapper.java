package io.github.temporalgateway.nexus;

import static io.github.temporalgateway.payload.ProtoTexts.textIfAny;

import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.payload.PayloadMapper;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.github.temporalgateway.web.Links;
import io.temporal.api.nexus.v1.Endpoint;
import io.temporal.api.nexus.v1.EndpointSpec;
import io.temporal.api.nexus.v1.EndpointTarget;
import io.temporal.api.operatorservice.v1.ListNexusEndpointsResponse;

/** Where Nexus Endpoints meet Temporal's protobuf. */
final class NexusEndpointMapper {

  private NexusEndpointMapper() {}

  static EndpointSpec toSpec(NexusEndpointRequest body) {
    EndpointSpec.Builder spec =
        EndpointSpec.newBuilder().setName(body.name()).setTarget(toTarget(body.target()));
    if (body.description() != null) {
      spec.setDescription(PayloadMapper.toPayload(body.description(), "/description"));
    }
    return spec.build();
  }

  static NexusEndpointPage toPage(ListNexusEndpointsResponse response, Links links) {
    return new NexusEndpointPage(
        response.getEndpointsList().stream().map(each -> toEndpoint(each, links)).toList(),
        response.getNextPageToken().isEmpty()
            ? null
            : PageRequest.tokenOf(response.getNextPageToken().toByteArray()));
  }

  static NexusEndpoint toEndpoint(Endpoint endpoint, Links links) {
    EndpointSpec spec = endpoint.getSpec();
    return new NexusEndpoint(
        endpoint.getId(),
        spec.getName(),
        spec.hasDescription() ? PayloadMapper.toJson(spec.getDescription()) : null,
        toTarget(spec.getTarget()),
        endpoint.getVersion(),
        ProtoTimes.toInstantIfSet(endpoint.getCreatedTime()),
        ProtoTimes.toInstantIfSet(endpoint.getLastModifiedTime()),
        textIfAny(endpoint.getUrlPrefix()),
        links.base() + "/nexus-endpoints/" + PathId.encode(endpoint.getId()));
  }

  private static EndpointTarget toTarget(NexusTarget target) {
    boolean toWorkers = target.namespace() != null && target.taskQueue() != null;
    boolean outside = target.url() != null;
    if (toWorkers == outside
        || (outside && (target.namespace() != null || target.taskQueue() != null))) {
      throw RefusedException.invalid(
          Violation.at("/target", "Send either namespace and taskQueue, or url."));
    }
    EndpointTarget.Builder proto = EndpointTarget.newBuilder();
    if (target.url() != null) {
      proto.setExternal(EndpointTarget.External.newBuilder().setUrl(target.url()));
    }
    if (target.namespace() != null && target.taskQueue() != null) {
      proto.setWorker(
          EndpointTarget.Worker.newBuilder()
              .setNamespace(target.namespace())
              .setTaskQueue(target.taskQueue()));
    }
    return proto.build();
  }

  private static NexusTarget toTarget(EndpointTarget target) {
    return new NexusTarget(
        textIfAny(target.getWorker().getNamespace()),
        textIfAny(target.getWorker().getTaskQueue()),
        textIfAny(target.getExternal().getUrl()));
  }
}
