package io.github.temporalgateway.activity.standalone;

import io.github.temporalgateway.connection.CanonicalHash;
import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.kernel.EntityTag;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.waiting.Looks;
import io.github.temporalgateway.web.Links;
import io.temporal.api.workflowservice.v1.DescribeActivityExecutionResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Looks at stand-alone Activities and ends them. */
@Service
class StandaloneActivities {

  private final TemporalConnections connections;
  private final ActivityDescriptionMapper mapper;
  private final Looks looks;

  StandaloneActivities(
      TemporalConnections connections, ActivityDescriptionMapper mapper, Looks looks) {
    this.looks = looks;
    this.connections = connections;
    this.mapper = mapper;
  }

  /**
   * Describes an Activity.
   *
   * @param known the ETags that the caller has, as in If-None-Match; with a wait, the answer comes
   *     when the Activity is no longer as one of them says
   */
  DescribedActivity describe(ActivityRef ref, @Nullable String known, Wait wait, Links links) {
    return looks.changed(
        wait,
        describe(ref, links),
        latest -> EntityTag.isKnown(known, latest.etag()),
        () -> describe(ref, links));
  }

  private DescribedActivity describe(ActivityRef ref, Links links) {
    DescribeActivityExecutionResponse response =
        call(
            ref,
            WorkflowServiceBlockingStub::describeActivityExecution,
            StandaloneMapper.toDescribe(ref, false));
    return new DescribedActivity(
        mapper.toDescription(ref, response.getInfo(), links),
        '"' + CanonicalHash.of(List.of(response.getInfo())) + '"');
  }

  void cancel(ActivityRef ref, @Nullable CancelActivityRequest body) {
    call(
        ref,
        WorkflowServiceBlockingStub::requestCancelActivityExecution,
        StandaloneMapper.toCancel(ref, CancelActivityRequest.reasonOf(body), identity(ref)));
  }

  void terminate(ActivityRef ref, @Nullable CancelActivityRequest body) {
    call(
        ref,
        WorkflowServiceBlockingStub::terminateActivityExecution,
        StandaloneMapper.toTerminate(ref, CancelActivityRequest.reasonOf(body), identity(ref)));
  }

  void delete(ActivityRef ref) {
    call(ref, WorkflowServiceBlockingStub::deleteActivityExecution, StandaloneMapper.toDelete(ref));
  }

  private String identity(ActivityRef ref) {
    return connections.namespace(ref.namespace()).identity();
  }

  private <Q, R> R call(
      ActivityRef ref, BiFunction<WorkflowServiceBlockingStub, Q, R> rpc, Q request) {
    NamespaceConnection connection = connections.namespace(ref.namespace());
    try {
      return connection.call(rpc, request, ProblemCode.ACTIVITY_NOT_FOUND);
    } catch (TemporalException refused) {
      throw refused.aboutActivity(ref.activityId(), ref.runId());
    }
  }

  /**
   * A description and its version.
   *
   * @param body the description
   * @param etag strong ETag (RFC 9110 §8.8.3), with its quotation marks
   */
  record DescribedActivity(ActivityDescription body, String etag) {}
}
