package io.github.temporalgateway.schedule;

import static io.github.temporalgateway.problem.ProblemCode.CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.NOT_SUPPORTED;
import static io.github.temporalgateway.problem.ProblemCode.PRECONDITION_FAILED;
import static io.github.temporalgateway.problem.ProblemCode.TEMPORAL_TIMEOUT;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.workflow.IdempotencyMemo;
import io.grpc.Deadline;
import io.temporal.api.common.v1.Memo;
import io.temporal.api.workflow.v1.NewWorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeScheduleResponse;
import io.temporal.api.workflowservice.v1.UpdateScheduleRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Replaces Schedules, so that of two editors of one version only one succeeds. */
@Service
class ScheduleEdits {

  private static final int ATTEMPTS = 5;
  private static final long PATIENCE_SECONDS = 5;
  private static final int LOOKS = 8;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final ScheduleCalls calls;
  private final ScheduleActions actions;

  ScheduleEdits(ScheduleCalls calls, ScheduleActions actions) {
    this.calls = calls;
    this.actions = actions;
  }

  /**
   * Replaces a Schedule, and answers with what it has become.
   *
   * @param ifMatch the version that is to be replaced; null for whichever it has
   */
  DescribeScheduleResponse replace(
      ScheduleRef ref, ReplaceScheduleRequest body, @Nullable String ifMatch) {
    NewWorkflowExecutionInfo action = actions.prepare(ref, body.action());
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      DescribeScheduleResponse now = calls.describe(ref);
      if (ifMatch != null && !ScheduleVersion.of(now).matches(ifMatch)) {
        throw new RefusedException(
            PRECONDITION_FAILED, "The Schedule has another version than If-Match names.");
      }
      Optional<DescribeScheduleResponse> after = edit(ref, body, action, now);
      if (after.isPresent()) {
        return after.get();
      }
    }
    throw new RefusedException(CONFLICT, "Others kept changing the Schedule at the same time.");
  }

  /** Edits one version; empty when another edit of it came first. */
  private Optional<DescribeScheduleResponse> edit(
      ScheduleRef ref,
      ReplaceScheduleRequest body,
      NewWorkflowExecutionInfo action,
      DescribeScheduleResponse now) {
    String edit = UUID.randomUUID().toString();
    UpdateScheduleRequest request = request(ref, body, action, now, edit);
    Deadline end = Deadline.after(PATIENCE_SECONDS, TimeUnit.SECONDS);
    while (!end.isExpired() && !Thread.currentThread().isInterrupted()) {
      boolean taken = send(ref, body.spec(), request);
      Optional<DescribeScheduleResponse> next =
          taken ? next(ref, now) : Optional.of(calls.describe(ref));
      if (next.isPresent()) {
        return next.filter(after -> EditMark.in(after.getSchedule().getSpec()).has(edit));
      }
      request = request.toBuilder().setRequestId(UUID.randomUUID().toString()).build();
    }
    throw new RefusedException(
        TEMPORAL_TIMEOUT, "The Temporal Service has taken the change and not made it yet.");
  }

  /**
   * Sends an edit.
   *
   * @return false when Temporal says that another one came first, which may be an earlier attempt
   *     of this one whose answer got lost
   */
  private boolean send(ScheduleRef ref, ScheduleSpec spec, UpdateScheduleRequest request) {
    try {
      calls.call(ref, WorkflowServiceBlockingStub::updateSchedule, request);
      return true;
    } catch (TemporalException refused) {
      if (refused.code() != CONFLICT) {
        throw SpecFaults.explained(refused, spec);
      }
      if (request.hasMemo() && refused.detail().contains("memo")) {
        throw new RefusedException(
            NOT_SUPPORTED, "The Temporal Service cannot change the memo of this Schedule.");
      }
      return false;
    }
  }

  private UpdateScheduleRequest request(
      ScheduleRef ref,
      ReplaceScheduleRequest body,
      NewWorkflowExecutionInfo action,
      DescribeScheduleResponse now,
      String edit) {
    EditMark mark = EditMark.in(now.getSchedule().getSpec()).with(edit);
    UpdateScheduleRequest.Builder request =
        UpdateScheduleRequest.newBuilder()
            .setNamespace(ref.namespace().value())
            .setScheduleId(ref.scheduleId())
            .setConflictToken(now.getConflictToken())
            .setRequestId(edit)
            .setIdentity(calls.identity(ref))
            .setSchedule(
                ScheduleMapper.toProto(
                    SpecMapper.toProto(body.spec())
                        .addExcludeStructuredCalendar(mark.toProto())
                        .build(),
                    action,
                    body.policies(),
                    body.state(),
                    now.getSchedule()));
    if (body.searchAttributes() != null) {
      request.setSearchAttributes(actions.attributes(ref, body.searchAttributes()));
    }
    if (body.memo() != null) {
      Memo memo = withKey(ScheduleMapper.toMemo(body.memo()), now.getMemo());
      if (!memo.equals(now.getMemo())) {
        request.setMemo(memo);
      }
    }
    return request.build();
  }

  /**
   * The version after the one that is known; empty when there is none soon. Of several edits that
   * reach a Schedule at once it looks at the last one only, and that one may have an old token.
   */
  private Optional<DescribeScheduleResponse> next(ScheduleRef ref, DescribeScheduleResponse known) {
    for (int look = 0; look < LOOKS; look++) {
      DescribeScheduleResponse latest = calls.describe(ref);
      if (!latest.getConflictToken().equals(known.getConflictToken())) {
        return Optional.of(latest);
      }
      NamespaceConnection.pause(BETWEEN_LOOKS);
    }
    return Optional.empty();
  }

  private static Memo withKey(Memo memo, Memo now) {
    Map<String, io.temporal.api.common.v1.Payload> fields = now.getFieldsMap();
    return fields.containsKey(IdempotencyMemo.NAME)
        ? memo.toBuilder()
            .putFields(IdempotencyMemo.NAME, now.getFieldsOrThrow(IdempotencyMemo.NAME))
            .build()
        : memo;
  }
}
