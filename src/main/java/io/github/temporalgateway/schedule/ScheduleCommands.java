package io.github.temporalgateway.schedule;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.temporal.api.schedule.v1.BackfillRequest;
import io.temporal.api.schedule.v1.SchedulePatch;
import io.temporal.api.schedule.v1.TriggerImmediatelyRequest;
import io.temporal.api.workflowservice.v1.ListScheduleMatchingTimesRequest;
import io.temporal.api.workflowservice.v1.PatchScheduleRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gives commands to Schedules, and asks when they act. */
@Service
class ScheduleCommands {

  private static final String IMPOSSIBLE = "A time from 1970 to 9999 is expected.";
  private static final int ATTEMPTS = 5;
  private static final Duration BEFORE_NEXT = Duration.ofMillis(200);
  private static final Duration USUAL_SPAN = Duration.ofDays(365);
  private static final String BACKWARDS = "The end is before the start.";

  private final ScheduleCalls calls;
  private final InstantSource clock;

  ScheduleCommands(ScheduleCalls calls, InstantSource clock) {
    this.calls = calls;
    this.clock = clock;
  }

  void trigger(
      ScheduleRef ref, @Nullable TriggerScheduleRequest body, @Nullable IdempotencyKey key) {
    patch(
        ref,
        SchedulePatch.newBuilder()
            .setTriggerImmediately(
                TriggerImmediatelyRequest.newBuilder()
                    .setOverlapPolicy(ScheduleMapper.toProto(body == null ? null : body.overlap())))
            .build(),
        requestId("trigger", key));
  }

  /** Temporal takes a note for the command, so there has to be one. */
  void pause(ScheduleRef ref, @Nullable PauseScheduleRequest body) {
    String note = PauseScheduleRequest.noteOr("Paused", body);
    turn(ref, SchedulePatch.newBuilder().setPause(note).build(), true);
  }

  void unpause(ScheduleRef ref, @Nullable PauseScheduleRequest body) {
    String note = PauseScheduleRequest.noteOr("Unpaused", body);
    turn(ref, SchedulePatch.newBuilder().setUnpause(note).build(), false);
  }

  /**
   * Pauses or unpauses, again when that got lost: of several commands that reach a Schedule at once
   * it obeys the last one only.
   */
  private void turn(ScheduleRef ref, SchedulePatch patch, boolean paused) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      patch(ref, patch, UUID.randomUUID().toString());
      if (calls.describe(ref).getSchedule().getState().getPaused() == paused) {
        return;
      }
      NamespaceConnection.pause(BEFORE_NEXT);
    }
    throw new RefusedException(
        ProblemCode.CONFLICT, "Others kept pausing and unpausing the Schedule at the same time.");
  }

  void backfill(ScheduleRef ref, BackfillScheduleRequest body, @Nullable IdempotencyKey key) {
    BackfillRequest.Builder span =
        BackfillRequest.newBuilder()
            .setStartTime(ProtoTimes.toProto("/startTime", body.startTime()))
            .setEndTime(ProtoTimes.toProto("/endTime", body.endTime()))
            .setOverlapPolicy(ScheduleMapper.toProto(body.overlap()));
    if (body.endTime().isBefore(body.startTime())) {
      throw RefusedException.invalid(Violation.at("/endTime", BACKWARDS));
    }
    patch(
        ref,
        SchedulePatch.newBuilder().addBackfillRequest(span).build(),
        requestId("backfill", key));
  }

  /**
   * When a Schedule acts.
   *
   * @param startTime null for now
   * @param endTime null for a year after the begin
   */
  MatchingTimes matchingTimes(
      ScheduleRef ref, @Nullable Instant startTime, @Nullable Instant endTime) {
    Instant start = startTime == null ? clock.instant() : startTime;
    check("startTime", ProtoTimes.isPossible(start), IMPOSSIBLE);
    Instant end = endTime == null ? start.plus(USUAL_SPAN) : endTime;
    check("endTime", ProtoTimes.isPossible(end), IMPOSSIBLE);
    check("endTime", !end.isBefore(start), BACKWARDS);
    return new MatchingTimes(
        ScheduleMapper.toTimes(
            calls
                .call(
                    ref,
                    WorkflowServiceBlockingStub::listScheduleMatchingTimes,
                    ListScheduleMatchingTimesRequest.newBuilder()
                        .setNamespace(ref.namespace().value())
                        .setScheduleId(ref.scheduleId())
                        .setStartTime(ProtoTimes.toProto("", start))
                        .setEndTime(ProtoTimes.toProto("", end))
                        .build())
                .getStartTimeList()));
  }

  private void patch(ScheduleRef ref, SchedulePatch patch, String requestId) {
    calls.call(
        ref,
        WorkflowServiceBlockingStub::patchSchedule,
        PatchScheduleRequest.newBuilder()
            .setNamespace(ref.namespace().value())
            .setScheduleId(ref.scheduleId())
            .setPatch(patch)
            .setIdentity(calls.identity(ref))
            .setRequestId(requestId)
            .build());
  }

  /** Temporal keeps the ids of all commands of a Schedule in one set. */
  private static String requestId(String command, @Nullable IdempotencyKey key) {
    return key == null ? UUID.randomUUID().toString() : command + " " + key.value();
  }

  private static void check(String parameter, boolean fine, String complaint) {
    if (!fine) {
      throw RefusedException.invalid(Violation.ofParameter(parameter, complaint));
    }
  }
}
