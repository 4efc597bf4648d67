package io.github.temporalgateway.workflow.diagnosis;

import io.github.temporalgateway.payload.Failure;
import io.github.temporalgateway.workflow.PendingActivity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the symptoms of open Activities mean: one finding for each state that some are in. */
final class ActivityFindings {

  private ActivityFindings() {}

  static Map<Verdict, String> of(Symptoms symptoms) {
    Map<Verdict, List<DiagnosedActivity>> groups = new EnumMap<>(Verdict.class);
    for (DiagnosedActivity activity : symptoms.activities()) {
      groups.computeIfAbsent(verdict(activity), _ -> new ArrayList<>()).add(activity);
    }
    Map<Verdict, String> found = new EnumMap<>(Verdict.class);
    groups.forEach((verdict, activities) -> {
      String others =
          activities.size() == 1
              ? ""
              : " %d more are in the same state.".formatted(activities.size() - 1);
      found.put(verdict, words(verdict, activities.getFirst()) + others);
    });
    return found;
  }

  private static Verdict verdict(DiagnosedActivity diagnosed) {
    PendingActivity activity = diagnosed.activity();
    if (activity.paused()) {
      return Verdict.ACTIVITY_PAUSED;
    }
    boolean scheduled = "SCHEDULED".equals(activity.state());
    @Nullable DiagnosedQueue queue = diagnosed.taskQueue();
    if (scheduled && queue != null && queue.pollers().isEmpty()) {
      return Verdict.NO_ACTIVITY_WORKER;
    }
    if (activity.attempt() > 1) {
      return Verdict.ACTIVITY_RETRYING;
    }
    return scheduled ? Verdict.ACTIVITY_PENDING : Verdict.ACTIVITY_RUNNING;
  }

  private static String words(Verdict verdict, DiagnosedActivity diagnosed) {
    PendingActivity activity = diagnosed.activity();
    String name =
        "The Activity '%s' (%s) ".formatted(activity.activityType(), activity.activityId());
    return name
        + switch (verdict) {
          case ACTIVITY_PAUSED -> "is paused. Unpause it to let it go on.";
          case NO_ACTIVITY_WORKER ->
              "waits, and for more than a minute no Worker has polled the Task Queue"
                  + queueOf(diagnosed)
                  + " for Activities. Start a Worker on it; when one runs, all its places are taken"
                  + " by other Activities.";
          case ACTIVITY_RETRYING -> "is at attempt " + activity.attempt() + "." + failure(activity);
          case ACTIVITY_PENDING ->
              "waits since " + activity.scheduledTime() + " for a Worker that has a place for it.";
          default ->
              "has run since "
                  + activity.lastStartedTime()
                  + (activity.lastHeartbeatTime() == null
                      ? " and has sent no heartbeat."
                      : " and sent its last heartbeat at " + activity.lastHeartbeatTime() + ".")
                  + " It may wait for somebody to complete it.";
        };
  }

  private static String queueOf(DiagnosedActivity diagnosed) {
    @Nullable DiagnosedQueue queue = diagnosed.taskQueue();
    return queue == null ? "" : " '" + queue.name() + "'";
  }

  private static String failure(PendingActivity activity) {
    @Nullable Failure last = activity.lastFailure();
    String next =
        activity.nextAttemptTime() == null
            ? ""
            : " The next attempt is due at " + activity.nextAttemptTime() + ".";
    return last == null
        ? next
        : " The attempt before failed: "
            + last.message()
            + next
            + " Mend the cause; it is retried.";
  }
}
