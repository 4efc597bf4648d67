package io.github.temporalgateway.workflow;

import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.security.Permit;
import io.github.temporalgateway.waiting.HeldCalls;
import io.github.temporalgateway.web.Links;
import io.grpc.Deadline;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Describes executions, at once or when they have changed. */
@Service
class Descriptions {

  /**
   * Temporal can be asked to tell of a new event, but not of a heartbeat or a retry, which belong
   * to a description too. So a waiting caller costs one small call in this time.
   */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(700);

  private final Executions executions;
  private final DescriptionMapper mapper;
  private final HeldCalls held;

  Descriptions(Executions executions, DescriptionMapper mapper, HeldCalls held) {
    this.executions = executions;
    this.mapper = mapper;
    this.held = held;
  }

  /**
   * Describes an execution.
   *
   * @param known the ETags that the caller has, as in If-None-Match; with a wait, the answer comes
   *     when the execution is no longer as one of them says
   */
  Described of(ExecutionRef ref, @Nullable String known, Wait wait, Links links) {
    Described now = described(ref, executions.describe(ref), links);
    if (known == null || wait.none() || !now.isKnown(known)) {
      return now;
    }
    Deadline end = Deadline.after(wait.left().toMillis(), TimeUnit.MILLISECONDS);
    return held.hold(
        wait.caller(),
        context -> {
          Described latest = now;
          while (!context.isCancelled() && latest.isKnown(known) && !end.isExpired()) {
            long left = end.timeRemaining(TimeUnit.MILLISECONDS);
            if (HeldCalls.sleep(
                context, Duration.ofMillis(Math.min(left, BETWEEN_LOOKS.toMillis())))) {
              latest = look(ref, end, links).orElse(latest);
            }
          }
          return latest;
        });
  }

  /** Looks again; empty when Temporal cannot tell just now, which ends no wait. */
  private Optional<Described> look(ExecutionRef ref, Deadline end, Links links) {
    try {
      return Optional.of(described(ref, executions.describe(ref, end), links));
    } catch (GatewayException failure) {
      return switch (failure.code()) {
        case TEMPORAL_UNAVAILABLE, TEMPORAL_TIMEOUT, RESOURCE_EXHAUSTED -> Optional.empty();
        default -> throw failure;
      };
    }
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
  record Described(WorkflowDescription body, String etag) {

    private boolean isKnown(String known) {
      return known.contains(etag) || known.strip().equals("*");
    }
  }
}
