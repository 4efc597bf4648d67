package io.github.temporalgateway.activity.standalone;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.SearchAttributeTypes;
import io.github.temporalgateway.connection.StartRequestId;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.kernel.CallerHeaders;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.Identifiers;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.payload.PayloadMapper;
import io.github.temporalgateway.payload.SearchAttributeMapper;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.web.Links;
import io.github.temporalgateway.workflow.WorkflowIds;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.errordetails.v1.ActivityExecutionAlreadyStartedFailure;
import io.temporal.api.workflowservice.v1.StartActivityExecutionRequest;
import io.temporal.api.workflowservice.v1.StartActivityExecutionResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.serviceclient.StatusUtils;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Starts stand-alone Activities. */
@Service
class ActivityStarts {

  private final TemporalConnections connections;
  private final SearchAttributeTypes attributeTypes;
  private final InstantSource clock;

  ActivityStarts(
      TemporalConnections connections, SearchAttributeTypes attributeTypes, InstantSource clock) {
    this.connections = connections;
    this.attributeTypes = attributeTypes;
    this.clock = clock;
  }

  /**
   * Starts one, once for each key: Temporal knows the request id again, and tells that of the
   * Activity in the way.
   */
  StartedActivity start(
      NamespaceName namespace,
      StartActivityRequest body,
      @Nullable IdempotencyKey key,
      CallerHeaders caller,
      Links links) {
    ActivityRef ref = new ActivityRef(namespace, null, activityId(namespace, body, key), null);
    StartActivityExecutionRequest.Builder request =
        ActivityStartMapper.toProto(ref, body, types(namespace, body));
    StartRequestId id = StartRequestId.of(key, request.build());
    StartActivityExecutionRequest start =
        request
            .setRequestId(id.value())
            .setIdentity(connections.namespace(namespace).identity())
            .setHeader(PayloadMapper.toHeader(body.headers(), caller))
            .build();
    try {
      if (key != null) {
        StartActivityExecutionRequest careful = ActivityStartMapper.careful(start);
        return started(ref, call(namespace, careful), true);
      }
    } catch (TemporalException refused) {
      ActivityExecutionAlreadyStartedFailure taken = inTheWay(refused);
      if (taken == null) {
        throw refused;
      }
      if (id.isOtherRequestOfSameKey(taken.getStartRequestId())) {
        throw new RefusedException(
                ProblemCode.IDEMPOTENCY_CONFLICT,
                "The Idempotency-Key has started this Activity with another request.")
            .aboutActivity(ref.activityId(), taken.getRunId())
            .at(URI.create(links.activity(ref.atRun(taken.getRunId()), "")));
      }
    }
    try {
      return started(ref, call(namespace, start), false);
    } catch (TemporalException refused) {
      throw explained(refused, ref, links);
    }
  }

  private StartActivityExecutionResponse call(
      NamespaceName namespace, StartActivityExecutionRequest request) {
    NamespaceConnection connection = connections.namespace(namespace);
    return connection.call(
        WorkflowServiceBlockingStub::startActivityExecution,
        request,
        ProblemCode.NAMESPACE_NOT_FOUND);
  }

  private StartedActivity started(
      ActivityRef ref, StartActivityExecutionResponse response, boolean careful) {
    ActivityRef run = ref.atRun(response.getRunId());
    return response.getStarted()
        ? new StartedActivity(run, "RUNNING", true, false)
        : new StartedActivity(run, statusOf(run), false, careful);
  }

  private String statusOf(ActivityRef run) {
    return StandaloneMapper.statusOf(
        connections
            .namespace(run.namespace())
            .call(
                WorkflowServiceBlockingStub::describeActivityExecution,
                StandaloneMapper.toDescribe(run, true),
                ProblemCode.ACTIVITY_NOT_FOUND)
            .getInfo()
            .getStatus());
  }

  private static GatewayException explained(
      TemporalException refused, ActivityRef ref, Links links) {
    ActivityExecutionAlreadyStartedFailure taken = inTheWay(refused);
    return taken == null
        ? refused
        : new RefusedException(
                ProblemCode.ACTIVITY_ALREADY_STARTED,
                "The Activity Id is taken by run " + taken.getRunId() + ".")
            .aboutActivity(ref.activityId(), taken.getRunId())
            .at(URI.create(links.activity(ref.atRun(taken.getRunId()), "")));
  }

  private static @Nullable ActivityExecutionAlreadyStartedFailure inTheWay(
      TemporalException refused) {
    return StatusUtils.getFailure(refused.grpc(), ActivityExecutionAlreadyStartedFailure.class);
  }

  private String activityId(
      NamespaceName namespace, StartActivityRequest body, @Nullable IdempotencyKey key) {
    if (body.activityId() != null) {
      return Identifiers.check("/activityId", body.activityId());
    }
    return key == null
        ? WorkflowIds.random(clock.instant())
        : WorkflowIds.of(namespace, body.activityType(), key);
  }

  private Map<String, IndexedValueType> types(NamespaceName namespace, StartActivityRequest body) {
    return attributeTypes.of(namespace, SearchAttributeMapper.untyped(body.searchAttributes()));
  }
}
