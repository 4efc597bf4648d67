package io.github.temporalgateway.workflow;

import io.github.temporalgateway.connection.CanonicalHash;
import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.kernel.EntityTag;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.security.Permit;
import io.github.temporalgateway.waiting.Looks;
import io.github.temporalgateway.web.Links;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Describes executions, at once or when they have changed. */
@Service
class Descriptions {

  private final Executions executions;
  private final DescriptionMapper mapper;
  private final Looks looks;

  Descriptions(Executions executions, DescriptionMapper mapper, Looks looks) {
    this.executions = executions;
    this.mapper = mapper;
    this.looks = looks;
  }

  /**
   * Describes an execution.
   *
   * @param known the ETags that the caller has, as in If-None-Match; with a wait, the answer comes
   *     when the execution is no longer as one of them says
   */
  Described of(ExecutionRef ref, @Nullable String known, Wait wait, Links links) {
    return looks.changed(
        wait,
        described(ref, executions.describe(ref), links),
        latest -> EntityTag.isKnown(known, latest.etag()),
        () -> described(ref, executions.describe(ref), links));
  }

  private Described described(
      ExecutionRef ref, DescribeWorkflowExecutionResponse response, Links links) {
    // During a wait, an execution of another type may have taken over the Workflow Id.
    Permit.current().requireKind(ref, Executions.kindOf(response.getWorkflowExecutionInfo()));
    return new Described(
        mapper.toDescription(ref, response, links),
        '"' + CanonicalHash.of(List.of(response)) + '"');
  }

  /**
   * A description and its version.
   *
   * @param body the description
   * @param etag strong ETag (RFC 9110 §8.8.3), with its quotation marks
   */
  record Described(WorkflowDescription body, String etag) {}
}
