package io.github.temporalgateway.schedule;

import static io.github.temporalgateway.schedule.SchedulesInTests.YEARLY;
import static io.github.temporalgateway.schedule.SchedulesInTests.body;
import static io.github.temporalgateway.schedule.SchedulesInTests.bodyOf;
import static io.github.temporalgateway.schedule.SchedulesInTests.created;
import static io.github.temporalgateway.schedule.SchedulesInTests.put;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a Schedule is told at its place. */
class BadScheduleIT extends RealGateway {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'cron':['0 9 * * *','61 * * * *'] | /spec/cron/1",
        "'cron':['nonsense'] | /spec/cron/0",
        "'cron':['@sometimes'] | /spec/cron/0",
        "'cron':['0 0 9 * * MON-XXX *'] | /spec/cron/0",
        "'cron':['0 9 * * *'],'timeZone':'Mars/Olympus' | /spec/timeZone",
        "'cron':['CRON_TZ=Mars/Olympus 0 9 * * *'] | /spec/cron/0",
        "'calendars':[{},{'hour':'24'}] | /spec/calendars/1/hour",
        "'calendars':[{'month':'FOO'}] | /spec/calendars/0/month",
        "'calendars':[{'year':'1999'}] | /spec/calendars/0/year",
        "'calendars':[{'dayOfWeek':'5-2'}] | /spec/calendars/0/dayOfWeek",
        "'calendars':[{'minute':'*/0'}] | /spec/calendars/0/minute",
        "'excluding':[{'dayOfMonth':'0'}] | /spec/excluding/0/dayOfMonth",
        "'intervals':[{'every':'0s'}] | /spec/intervals/0/every",
        "'intervals':[{'every':'1.5s'}] | /spec/intervals/0/every",
        "'intervals':[{'every':'10s','offset':'0.5s'}] | /spec/intervals/0/offset",
        "'intervals':[{'every':'10s','offset':'10s'}] | /spec/intervals/0/offset",
        "'intervals':[{'offset':'10s'}] | /spec/intervals/0/every",
        "'intervals':[{'every':'often'}] | /spec/intervals/0/every",
        "'startAt':'2030-01-01T00:00:00Z','endAt':'2029-01-01T00:00:00Z' | /spec/endAt",
        "'startAt':'tomorrow' | /spec/startAt",
        "'crno':[] | /spec/crno"
      })
  void wrongTimesHaveAPointer(String spec, String pointer) {
    Answer refused = gateway.post("/schedules", body(spec));

    refused.isProblem(422, "validation");
    assertThat(refused.at("/errors/0/pointer")).as(refused.text()).isEqualTo(pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'taskQueue':'q'} | /action/workflowType",
        "{'workflowType':'X','taskQueue':''} | /action/taskQueue",
        "{'workflowType':'X','taskQueue':'q','input':1,'args':[]} | /action/input",
        "{'workflowType':'X','taskQueue':'q','startDelay':'1s'} | /action/startDelay",
        "{'workflowType':'X','taskQueue':'q','searchAttributes':{'No':1}} | /action/searchAttributes/No",
        "{'workflowType':'X','taskQueue':'q','retryPolicy':{'maximumAttempts':-1}} | /action/retryPolicy/maximumAttempts"
      })
  void wrongActionsHaveAPointer(String action, String pointer) {
    Answer refused = gateway.post("/schedules", bodyOf(action, YEARLY));

    refused.isProblem(422, "validation");
    assertThat(refused.at("/errors/0/pointer")).as(refused.text()).isEqualTo(pointer);
  }

  @Test
  void otherMembersAreCheckedToo() {
    post("{}").isProblem(422, "validation");
    post(body(YEARLY, "'policies':{'overlap':'MAYBE'}")).isProblem(422, "validation");
    post(body(YEARLY, "'state':{'remainingActions':-1}")).isProblem(422, "validation");
    post(body(YEARLY, "'searchAttributes':{'No':1}")).isProblem(422, "validation");
    post(body(YEARLY, "'scheduleId':''")).isProblem(422, "validation");
    post(body(YEARLY, "'scheduleId':'" + "x".repeat(990) + "'")).isProblem(422, "validation");
    post(body(YEARLY, "'memo':{'temporal-rest-gateway.idempotency':1}"))
        .isProblem(422, "validation");
  }

  @Test
  void replacingChecksTheSame() {
    String id = id("bad");
    created(gateway, id, YEARLY);

    Answer refused = put(gateway, "/schedules/" + id, body("'cron':['* * * * *','99 * * * *']"));

    refused.isProblem(422, "validation");
    assertThat(refused.at("/errors/0/pointer")).isEqualTo("/spec/cron/1");
    put(gateway, "/schedules/" + id, body(YEARLY, "'scheduleId':'x'")).isProblem(422, "validation");
  }

  private Answer post(String body) {
    return gateway.post("/schedules", body);
  }
}
