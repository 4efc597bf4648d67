package io.github.temporalgateway.workflow.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.kernel.ExecutionName;
import io.github.temporalgateway.payload.Failure;
import io.github.temporalgateway.workflow.PendingActivity;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What symptoms mean that no sample Workflow shows. */
class FindingsTest {

  private static final Instant NOW = Instant.parse("2030-01-31T12:00:00Z");
  private static final DiagnosedQueue IDLE = new DiagnosedQueue("orders", List.of());
  private static final DiagnosedQueue POLLED =
      new DiagnosedQueue("orders", List.of(new QueuePoller("1@host", NOW, null)));

  @Test
  void slowWorkerThatHoldsTheTaskIsNoMissingWorker() {
    List<DiagnosisFinding> findings = Findings.of(withTask(IDLE, task("STARTED", 1, null, null)));

    assertThat(verdicts(findings)).containsExactly("WORKFLOW_TASK_PENDING");
    assertThat(findings.getFirst().explanation()).contains("is at it");
  }

  @Test
  void slowWorkerThatStillPollsIsNoMissingWorker() {
    assertThat(verdicts(Findings.of(withTask(POLLED, task("SCHEDULED", 1, null, null)))))
        .containsExactly("WORKFLOW_TASK_PENDING");
  }

  @Test
  void failingTaskOfWorkerThatIsGoneIsBoth() {
    assertThat(verdicts(Findings.of(withTask(IDLE, task("SCHEDULED", 3, null, null)))))
        .containsExactly("NO_WORKFLOW_WORKER", "WORKFLOW_TASK_FAILING");
  }

  @Test
  void adviceFitsTheCauseOfTheFailure() {
    Failure failure = failure("Event 7 does not match.");

    assertThat(explanation(task("SCHEDULED", 2, "NON_DETERMINISTIC_ERROR", failure)))
        .contains("attempt 2", "Event 7 does not match.", "reset the execution");
    assertThat(explanation(task("SCHEDULED", 2, "TIMED_OUT", null))).contains("did not answer");
    assertThat(explanation(task("SCHEDULED", 2, null, null))).contains("Correct the Workflow");
  }

  @Test
  void activitiesAreGroupedByWhatTheyWaitFor() {
    List<DiagnosisFinding> findings =
        Findings.of(
            withActivities(
                activity("SCHEDULED", 1, IDLE),
                activity("SCHEDULED", 1, POLLED),
                activity("STARTED", 1, IDLE),
                activity("STARTED", 1, IDLE)));

    assertThat(verdicts(findings))
        .containsExactly("NO_ACTIVITY_WORKER", "ACTIVITY_PENDING", "ACTIVITY_RUNNING");
    assertThat(findings.getLast().explanation()).contains("1 more");
  }

  @Test
  void activityOfUnknownQueueIsNotBlamedOnMissingWorker() {
    assertThat(verdicts(Findings.of(withActivities(activity("SCHEDULED", 1, null)))))
        .containsExactly("ACTIVITY_PENDING");
  }

  @Test
  void childrenAndNexusOperationsAndTimersAreWaitedFor() {
    Symptoms symptoms =
        new Symptoms(
            NOW,
            "RUNNING",
            true,
            null,
            NOW.minusSeconds(1),
            POLLED,
            null,
            List.of(),
            List.of(new ExecutionName("child-1", "run-1")),
            2,
            List.of(new PendingTimer("t", NOW.plusSeconds(60))),
            true);

    List<DiagnosisFinding> findings = Findings.of(symptoms);

    assertThat(verdicts(findings))
        .containsExactly("WAITING_FOR_CHILD", "WAITING_FOR_NEXUS_OPERATION", "WAITING_FOR_TIMER");
    assertThat(findings.getFirst().explanation()).contains("'child-1'");
  }

  @Test
  void longHistoryIsAdmitted() {
    Symptoms symptoms =
        new Symptoms(
            NOW, "RUNNING", true, null, null, POLLED, null, List.of(), List.of(), 0, List.of(),
            false);

    assertThat(Findings.of(symptoms).getFirst().explanation()).contains("1000 events ago");
  }

  private static String explanation(DiagnosedWorkflowTask task) {
    return Findings.of(withTask(POLLED, task)).getFirst().explanation();
  }

  private static List<String> verdicts(List<DiagnosisFinding> findings) {
    return findings.stream().map(DiagnosisFinding::verdict).toList();
  }

  private static Symptoms withTask(DiagnosedQueue queue, DiagnosedWorkflowTask task) {
    return new Symptoms(
        NOW, "RUNNING", true, null, null, queue, task, List.of(), List.of(), 0, List.of(), true);
  }

  private static Symptoms withActivities(DiagnosedActivity... activities) {
    return new Symptoms(
        NOW,
        "RUNNING",
        true,
        null,
        null,
        POLLED,
        null,
        Stream.of(activities).toList(),
        List.of(),
        0,
        List.of(),
        true);
  }

  private static DiagnosedWorkflowTask task(
      String state, int attempt, @Nullable String cause, @Nullable Failure failure) {
    return new DiagnosedWorkflowTask(state, attempt, NOW, NOW, NOW, cause, failure);
  }

  private static DiagnosedActivity activity(
      String state, int attempt, @Nullable DiagnosedQueue queue) {
    return new DiagnosedActivity(
        new PendingActivity(
            "1", "Pay", state, attempt, 0, NOW, NOW, null, null, null, null, null, null, false),
        queue);
  }

  private static Failure failure(String message) {
    return new Failure(
        message, null, null, null, null, null, null, null, null, null, null, null, null);
  }
}
