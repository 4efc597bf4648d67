package io.github.temporalgateway.workflow.diagnosis;

import io.github.temporalgateway.payload.Failure;
import io.github.temporalgateway.workflow.PendingActivity;
import io.github.temporalgateway.workflow.PendingWorkflowTask;
import io.github.temporalgateway.workflow.WorkflowDescription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what is known of an execution into reasons, in words. */
final class Findings {

  private Findings() {}

  /**
   * The reasons, the most pressing one first.
   *
   * @param idleActivities ids of pending Activities whose Task Queue nobody polls
   */
  static List<Finding> of(
      WorkflowDescription description,
      PolledQueue queue,
      @Nullable Failure taskFailure,
      Set<String> idleActivities,
      List<PendingTimer> timers,
      Instant now) {
    if (description.closeTime() != null) {
      return List.of(
          new Finding(Verdict.CLOSED, "The execution closed as " + description.status() + "."));
    }
    List<Finding> findings = new ArrayList<>();
    if (description.status().equals("PAUSED")) {
      findings.add(
          new Finding(Verdict.PAUSED, "The execution is paused. POST …/unpause lets it go on."));
    }
    PendingWorkflowTask task = description.pendingWorkflowTask();
    if (task != null) {
      findings.add(ofTask(task, queue, taskFailure));
    } else if (isDelayed(description, now)) {
      findings.add(
          new Finding(
              Verdict.WAITING_FOR_TIMER,
              "The start is delayed until " + description.executionTime() + "."));
    }
    if (description.pendingActivities() != null) {
      description.pendingActivities().stream()
          .map(activity -> ofActivity(activity, idleActivities.contains(activity.activityId())))
          .forEach(findings::add);
    }
    if (description.pendingChildren() != null) {
      description
          .pendingChildren()
          .forEach(child ->
              findings.add(
                  new Finding(
                      Verdict.WAITING_FOR_CHILD,
                      "The Child Workflow '" + child.workflowId() + "' is open.")));
    }
    timers.forEach(timer ->
        findings.add(
            new Finding(
                Verdict.WAITING_FOR_TIMER,
                "Timer " + timer.timerId() + " fires at " + timer.firesAt() + ".")));
    if (findings.isEmpty()) {
      findings.add(
          new Finding(
              Verdict.WAITING_FOR_MESSAGE,
              "Nothing is pending: the Workflow waits for a Signal or an Update. GET …/handlers"
                  + " lists those that it handles."));
    }
    return findings.stream().sorted(Comparator.comparing(Finding::verdict)).toList();
  }

  private static Finding ofTask(
      PendingWorkflowTask task, PolledQueue queue, @Nullable Failure taskFailure) {
    if (queue.pollers().isEmpty()) {
      return new Finding(
          Verdict.NO_WORKFLOW_WORKER,
          "No Worker polls the Task Queue '"
              + queue.name()
              + "'. Start one, or start the Workflow on the queue that the Workers poll.");
    }
    if (task.attempt() > 1 || taskFailure != null) {
      return new Finding(
          Verdict.WORKFLOW_TASK_FAILING,
          "The Workflow Task fails, attempt "
              + task.attempt()
              + (taskFailure == null ? "" : ": " + root(taskFailure).message())
              + ". Mend the Workflow's code and deploy the Worker; the execution goes on by itself.");
    }
    return new Finding(
        Verdict.WORKFLOW_TASK_PENDING,
        "STARTED".equals(task.state())
            ? "A Worker works on the Workflow Task."
            : "The Workflow Task waits for a Worker to take it.");
  }

  /** SDKs wrap what the Workflow's code threw in failures of their own. */
  private static Failure root(Failure failure) {
    return failure.cause() == null ? failure : root(failure.cause());
  }

  private static Finding ofActivity(PendingActivity activity, boolean idle) {
    String name = "The Activity '" + activity.activityType() + "' (" + activity.activityId() + ") ";
    if (activity.paused()) {
      return new Finding(Verdict.ACTIVITY_PAUSED, name + "is paused.");
    }
    if ("STARTED".equals(activity.state())) {
      return new Finding(
          Verdict.ACTIVITY_RUNNING, name + "is running, attempt " + activity.attempt() + ".");
    }
    if (idle) {
      return new Finding(
          Verdict.NO_ACTIVITY_WORKER, name + "waits, and no Worker polls its Task Queue.");
    }
    return activity.lastFailure() == null
        ? new Finding(Verdict.ACTIVITY_RUNNING, name + "waits for a Worker to take it.")
        : new Finding(
            Verdict.ACTIVITY_RETRYING,
            name
                + "failed and will be tried again, attempt "
                + activity.attempt()
                + (activity.nextAttemptTime() == null ? "" : " at " + activity.nextAttemptTime())
                + ": "
                + activity.lastFailure().message());
  }

  private static boolean isDelayed(WorkflowDescription description, Instant now) {
    return description.executionTime() != null && description.executionTime().isAfter(now);
  }
}
