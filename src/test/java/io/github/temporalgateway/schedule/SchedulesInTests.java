package io.github.temporalgateway.schedule;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import java.nio.charset.StandardCharsets;

/** Bodies of Schedules, with {@code '} for the quotation marks. */
final class SchedulesInTests {

  /** A time that no test reaches. */
  static final String YEARLY = "'calendars':[{'month':'JAN','dayOfMonth':'1'}]";

  private SchedulesInTests() {}

  /** A Schedule that starts the sample Workflow Echo. */
  static String body(String spec, String... members) {
    return bodyOf("{'workflowType':'Echo','taskQueue':'samples','input':1.10}", spec, members);
  }

  static String bodyOf(String action, String spec, String... members) {
    StringBuilder body = new StringBuilder("{'spec':{" + spec + "},'action':" + action);
    for (String member : members) {
      body.append(',').append(member);
    }
    return body.append('}').toString().replace('\'', '"');
  }

  static Answer created(GatewayClient gateway, String id, String spec, String... members) {
    String body = body(spec, members).replaceFirst("\\{", "{\"scheduleId\":\"" + id + "\",");
    return gateway.post("/schedules", body).is(201);
  }

  static Answer put(GatewayClient gateway, String path, String body, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 0, headers.length);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/json";
    return gateway.send("PUT", path, body.getBytes(StandardCharsets.UTF_8), all);
  }
}
