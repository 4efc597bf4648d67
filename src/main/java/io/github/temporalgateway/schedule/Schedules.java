package io.github.temporalgateway.schedule;

import static io.github.temporalgateway.problem.ProblemCode.IDEMPOTENCY_CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.SCHEDULE_ALREADY_EXISTS;

import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.Identifiers;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.web.Links;
import io.github.temporalgateway.workflow.IdempotencyMemo;
import io.github.temporalgateway.workflow.WorkflowIds;
import io.temporal.api.schedule.v1.Schedule;
import io.temporal.api.workflowservice.v1.CreateScheduleRequest.Builder;
import io.temporal.api.workflowservice.v1.DeleteScheduleRequest;
import io.temporal.api.workflowservice.v1.DescribeScheduleResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Creates, describes and deletes Schedules. */
@Service
class Schedules {

  private final ScheduleCalls calls;
  private final ScheduleActions actions;
  private final InstantSource clock;

  Schedules(ScheduleCalls calls, ScheduleActions actions, InstantSource clock) {
    this.calls = calls;
    this.actions = actions;
    this.clock = clock;
  }

  /**
   * Creates a Schedule, once for each key: its memo keeps which key and which request created it.
   */
  KnownSchedule create(
      NamespaceName namespace,
      CreateScheduleRequest body,
      @Nullable IdempotencyKey key,
      Links links) {
    ScheduleRef ref = new ScheduleRef(namespace, idOf(namespace, body, key));
    Builder request =
        io.temporal.api.workflowservice.v1.CreateScheduleRequest.newBuilder()
            .setNamespace(namespace.value())
            .setScheduleId(ref.scheduleId())
            .setSchedule(
                ScheduleMapper.toProto(
                    SpecMapper.toProto(body.spec()).build(),
                    actions.prepare(ref, body.action()),
                    body.policies(),
                    body.state(),
                    Schedule.getDefaultInstance()));
    if (body.memo() != null) {
      request.setMemo(ScheduleMapper.toMemo(body.memo()));
    }
    if (body.searchAttributes() != null) {
      request.setSearchAttributes(actions.attributes(ref, body.searchAttributes()));
    }
    IdempotencyMemo memo = key == null ? null : IdempotencyMemo.of(key, List.of(request.build()));
    if (memo != null) {
      request.getMemoBuilder().putFields(IdempotencyMemo.NAME, memo.toPayload());
    }
    request
        .setRequestId(key == null ? UUID.randomUUID().toString() : key.value())
        .setIdentity(calls.identity(ref));
    boolean created = send(ref, request.build(), body.spec(), memo, links);
    DescribeScheduleResponse found = calls.describe(ref);
    return new KnownSchedule(
        ref, found, memo != null && isReplay(found, memo, created, ref, links));
  }

  KnownSchedule describe(ScheduleRef ref) {
    return new KnownSchedule(ref, calls.describe(ref), false);
  }

  void delete(ScheduleRef ref) {
    calls.call(
        ref,
        WorkflowServiceBlockingStub::deleteSchedule,
        DeleteScheduleRequest.newBuilder()
            .setNamespace(ref.namespace().value())
            .setScheduleId(ref.scheduleId())
            .setIdentity(calls.identity(ref))
            .build());
  }

  /**
   * Sends the request.
   *
   * @return false when the id is taken, which a retry with the same key may well find
   */
  private boolean send(
      ScheduleRef ref,
      io.temporal.api.workflowservice.v1.CreateScheduleRequest request,
      ScheduleSpec spec,
      @Nullable IdempotencyMemo memo,
      Links links) {
    try {
      calls.call(ref, WorkflowServiceBlockingStub::createSchedule, request);
      return true;
    } catch (TemporalException refused) {
      throw SpecFaults.explained(refused, spec);
    } catch (RefusedException refused) {
      if (refused.code() != SCHEDULE_ALREADY_EXISTS || memo == null) {
        throw refused.at(URI.create(ScheduleLinks.of(ref.scheduleId(), links).self()));
      }
      return false;
    }
  }

  private static boolean isReplay(
      DescribeScheduleResponse found,
      IdempotencyMemo memo,
      boolean created,
      ScheduleRef ref,
      Links links) {
    IdempotencyMemo known = IdempotencyMemo.in(found.getMemo()).orElse(null);
    if (known == null || !known.hasKeyOf(memo)) {
      if (created) {
        return false;
      }
      throw new RefusedException(
              SCHEDULE_ALREADY_EXISTS, "The Schedule '" + ref.scheduleId() + "' exists.")
          .at(URI.create(ScheduleLinks.of(ref.scheduleId(), links).self()));
    }
    if (!known.request().equals(memo.request())) {
      throw new RefusedException(
          IDEMPOTENCY_CONFLICT,
          "The Idempotency-Key has created this Schedule with another request.");
    }
    return !known.attempt().equals(memo.attempt());
  }

  private String idOf(
      NamespaceName namespace, CreateScheduleRequest body, @Nullable IdempotencyKey key) {
    if (body.scheduleId() != null) {
      return Identifiers.check("/scheduleId", body.scheduleId());
    }
    return key == null
        ? WorkflowIds.random(clock.instant())
        : WorkflowIds.of(namespace, "schedule", key);
  }

  /**
   * A Schedule as Temporal describes it.
   *
   * @param replayed whether an earlier request with the same key created it
   */
  record KnownSchedule(ScheduleRef ref, DescribeScheduleResponse found, boolean replayed) {}
}
