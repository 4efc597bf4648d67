package io.github.temporalgateway.workflow.diagnosis;

import io.github.temporalgateway.payload.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What symptoms mean. */
final class Findings {

  private final Symptoms symptoms;
  private final Map<Verdict, String> found = new EnumMap<>(Verdict.class);

  private Findings(Symptoms symptoms) {
    this.symptoms = symptoms;
  }

  /** At least one finding, the weightiest first. */
  static List<DiagnosisFinding> of(Symptoms symptoms) {
    Findings findings = new Findings(symptoms);
    findings.look();
    List<DiagnosisFinding> list = new ArrayList<>();
    findings.found.forEach(
        (verdict, words) -> list.add(new DiagnosisFinding(verdict.name(), words)));
    return List.copyOf(list);
  }

  private void look() {
    if (!symptoms.open()) {
      found.put(
          Verdict.CLOSED,
          "The execution has ended as "
              + symptoms.status()
              + ". GET its outcome to see how; start it anew or reset it to run it again.");
      return;
    }
    lookAtPause();
    lookAtWorker();
    boolean delayed = lookAtDelay();
    lookAtTask();
    ActivityFindings.of(symptoms).forEach(found::put);
    lookAtWaits();
    boolean idle = found.keySet().stream().allMatch(Findings::leavesRoomForMessage);
    if (idle && !delayed && symptoms.task() == null) {
      found.put(
          Verdict.WAITING_FOR_MESSAGE,
          "No task, Activity, Child Workflow or timer is under way: the Workflow waits for a Signal"
              + " or an Update. GET its handlers to see which it takes, and send one."
              + (symptoms.wholeHistory()
                  ? ""
                  : " A timer that was started more than "
                      + RecentEvents.MOST
                      + " events ago would not be seen."));
    }
  }

  private static boolean leavesRoomForMessage(Verdict verdict) {
    return verdict == Verdict.PAUSED || verdict == Verdict.NO_WORKFLOW_WORKER;
  }

  private void lookAtPause() {
    @Nullable String reason = symptoms.pauseReason();
    if (reason != null) {
      found.put(
          Verdict.PAUSED,
          "The execution is paused"
              + (reason.isEmpty() ? "." : " (" + reason + ").")
              + " POST to its /unpause to let it go on.");
    }
  }

  private void lookAtWorker() {
    if (symptoms.taskQueue().pollers().isEmpty() && !isStarted(symptoms.task())) {
      found.put(
          Verdict.NO_WORKFLOW_WORKER,
          "For more than a minute no Worker has polled the Task Queue '"
              + symptoms.taskQueue().name()
              + "' for Workflow Tasks. Start a Worker on it, or correct the Task Queue's name in"
              + " the Worker or in the start.");
    }
  }

  private boolean lookAtDelay() {
    @Nullable Instant dueAt = symptoms.dueAt();
    if (dueAt == null || symptoms.task() != null || !dueAt.isAfter(symptoms.now())) {
      return false;
    }
    found.put(
        Verdict.START_DELAYED,
        "The run begins at "
            + dueAt
            + ", because of its start delay, its cron schedule or the pause before a retry."
            + " A Signal or an Update can begin it earlier when it is a start delay.");
    return true;
  }

  private void lookAtTask() {
    @Nullable DiagnosedWorkflowTask task = symptoms.task();
    if (task == null) {
      return;
    }
    if (task.attempt() > 1) {
      found.put(
          Verdict.WORKFLOW_TASK_FAILING,
          "The Workflow Task does not succeed (attempt " + task.attempt() + "): " + advice(task));
    } else if (isStarted(task)) {
      found.put(
          Verdict.WORKFLOW_TASK_PENDING,
          "A Worker took the Workflow Task at " + task.startedTime() + " and is at it.");
    } else if (!symptoms.taskQueue().pollers().isEmpty()) {
      found.put(
          Verdict.WORKFLOW_TASK_PENDING,
          "The Workflow Task has waited since "
              + task.scheduledTime()
              + " for a Worker, and Workers poll the Task Queue. When it stays so, they are"
              + " overloaded, or versions of a Worker Deployment that do not take this execution.");
    }
  }

  private static String advice(DiagnosedWorkflowTask task) {
    @Nullable Failure failure = task.lastFailure();
    String message = failure == null ? "" : rootMessage(failure) + " ";
    return switch (task.lastFailureCause()) {
      case "TIMED_OUT" ->
          "a Worker took it and did not answer in time. Look whether Workers crash, or whether the"
              + " Workflow's code blocks.";
      case "NON_DETERMINISTIC_ERROR" ->
          message
              + "The Workflow's code does not match the history. Deploy the former code, guard the"
              + " change with a patch or a version, or reset the execution.";
      case null, default ->
          message
              + "Correct the Workflow's code and deploy the Worker; Temporal tries again until"
              + " then.";
    };
  }

  /** What the innermost cause says: SDKs and the service wrap it in words of their own. */
  static String rootMessage(Failure failure) {
    Failure root = failure;
    String message = failure.message();
    while (root.cause() != null) {
      root = root.cause();
      message = root.message().isEmpty() ? message : root.message();
    }
    return message;
  }

  private void lookAtWaits() {
    if (!symptoms.children().isEmpty()) {
      found.put(
          Verdict.WAITING_FOR_CHILD,
          "%d Child Workflow(s) are open, such as '%s'. GET the child's diagnosis."
              .formatted(symptoms.children().size(), symptoms.children().getFirst().workflowId()));
    }
    if (symptoms.nexusOperations() > 0) {
      found.put(
          Verdict.WAITING_FOR_NEXUS_OPERATION,
          symptoms.nexusOperations() + " Nexus Operation(s) are open. Look at their endpoint.");
    }
    if (!symptoms.timers().isEmpty()) {
      found.put(
          Verdict.WAITING_FOR_TIMER,
          "%d timer(s) run; the next one fires at %s. Nothing has to be done."
              .formatted(symptoms.timers().size(), symptoms.timers().getFirst().firesAt()));
    }
  }

  private static boolean isStarted(@Nullable DiagnosedWorkflowTask task) {
    return task != null && "STARTED".equals(task.state());
  }
}
