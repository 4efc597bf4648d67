package io.github.temporalgateway.schedule;

import static io.github.temporalgateway.schedule.SchedulesInTests.YEARLY;
import static io.github.temporalgateway.schedule.SchedulesInTests.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller sees when it commands a Schedule. */
class ScheduleCommandsIT extends RealGateway {

  private String schedule = "";

  @BeforeEach
  void create() {
    String id = id("command");
    created(gateway, id, YEARLY, "'policies':{'overlap':'ALLOW_ALL'}");
    schedule = "/schedules/" + id;
  }

  @Test
  void triggerStartsTheWorkflowOnceForEachKey() {
    String key = id("key");

    gateway.post(schedule + "/trigger", "{\"overlap\":\"SKIP\"}", "Idempotency-Key", key).is(202);
    acts(1);
    anotherSecondThan(gateway.get(schedule).at("/info/recentActions/0/actualTime"));
    gateway.post(schedule + "/trigger", "{\"overlap\":\"SKIP\"}", "Idempotency-Key", key).is(202);
    await()
        .during(Duration.ofSeconds(1))
        .until(() -> gateway.get(schedule).at("/info/actionCount").equals("1"));
    gateway.send("POST", schedule + "/trigger").is(202);

    acts(2);
    String workflowId = gateway.get(schedule).at("/info/recentActions/0/workflowId");
    assertThat(gateway.get("/workflows/" + workflowId + "/result?wait=20s").is(200).text())
        .isEqualTo("1.10");
  }

  @Test
  void pauseAndUnpauseSayWhy() {
    gateway.post(schedule + "/pause", "{\"note\":\"holidays\"}").is(204);

    Answer paused = gateway.get(schedule);
    assertThat(paused.at("/state/paused")).isEqualTo("true");
    assertThat(paused.at("/state/note")).isEqualTo("holidays");
    gateway.send("POST", schedule + "/unpause").is(204);
    Answer unpaused = gateway.get(schedule);
    assertThat(unpaused.at("/state/paused")).isEqualTo("false");
    assertThat(unpaused.at("/state/note")).isEqualTo("Unpaused");
  }

  @Test
  void backfillActsForATimeThatIsOver() {
    String span =
        "{\"startTime\":\"2019-06-01T00:00:00Z\",\"endTime\":\"2022-06-01T00:00:00Z\","
            + "\"overlap\":\"ALLOW_ALL\"}";

    gateway.post(schedule + "/backfill", span, "Idempotency-Key", id("key")).is(202);

    acts(3);
    assertThat(gateway.get(schedule).text())
        .contains("2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z", "2022-01-01T00:00:00Z");
    gateway
        .post(
            schedule + "/backfill",
            "{\"startTime\":\"2022-01-01T00:00:00Z\",\"endTime\":\"2021-01-01T00:00:00Z\"}")
        .isProblem(422, "validation");
    gateway.post(schedule + "/backfill", "{}").isProblem(422, "validation");
  }

  @Test
  void matchingTimesAreThoseOfTheSpan() {
    String from = schedule + "/matching-times?startTime=2028-12-31T00:00:00Z&endTime=";

    assertThat(gateway.get(from + "2031-01-01T00:00:00Z").is(200).text())
        .isEqualTo(
            "{\"items\":[\"2029-01-01T00:00:00Z\",\"2030-01-01T00:00:00Z\","
                + "\"2031-01-01T00:00:00Z\"]}");
    assertThat(gateway.get(from + "2028-12-31T12:00:00Z").is(200).text())
        .isEqualTo("{\"items\":[]}");
    gateway.get(from + "2027-01-01T00:00:00Z").isProblem(422, "validation");
    gateway.get(from + "soon").isProblem(422, "validation");
    gateway.get(from + "%2B12000-01-01T00:00:00Z").isProblem(422, "validation");
    assertThat(gateway.get(schedule + "/matching-times").is(200).json().get("items").size())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/trigger", "/pause", "/unpause", "/backfill", "/matching-times"})
  void unknownScheduleIs404(String command) {
    String span = "startTime=2028-01-01T00:00:00Z&endTime=2029-01-01T00:00:00Z";
    Answer answer =
        switch (command) {
          case "/matching-times" -> gateway.get("/schedules/unknown/matching-times?" + span);
          case "/backfill" ->
              gateway.post(
                  "/schedules/unknown/backfill",
                  "{\"startTime\":\"2028-01-01T00:00:00Z\",\"endTime\":\"2029-01-01T00:00:00Z\"}");
          default -> gateway.send("POST", "/schedules/unknown" + command);
        };

    answer.isProblem(404, "schedule-not-found");
    assertThat(answer.text()).doesNotContain("temporal-sys");
  }

  /** Executions of one second would have the same Workflow Id. */
  private static void anotherSecondThan(String time) {
    await().until(() -> Instant.now().isAfter(Instant.parse(time).plusSeconds(1)));
  }

  private void acts(int times) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> gateway.get(schedule).at("/info/actionCount").equals(String.valueOf(times)));
  }
}
