package io.github.temporalgateway.schedule;

import static io.github.temporalgateway.schedule.SchedulesInTests.YEARLY;
import static io.github.temporalgateway.schedule.SchedulesInTests.body;
import static io.github.temporalgateway.schedule.SchedulesInTests.put;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.InMemoryTemporal;
import io.github.temporalgateway.testing.OwnGateway;
import org.junit.jupiter.api.Test;

/** What a caller sees of a Temporal Service without Schedules, such as the SDK's in-memory one. */
class WithoutSchedulesIT {

  @Test
  void everyRouteIsNotSupported() throws Exception {
    try (var temporal = new InMemoryTemporal();
        var own = OwnGateway.start(temporal.target())) {
      GatewayClient gateway = own.client();
      String span = "startTime=2028-01-01T00:00:00Z&endTime=2029-01-01T00:00:00Z";

      gateway.post("/schedules", body(YEARLY)).isProblem(501, "not-supported");
      gateway.get("/schedules").isProblem(501, "not-supported");
      gateway.get("/schedule-count").isProblem(501, "not-supported");
      gateway.get("/schedules/x").isProblem(501, "not-supported");
      put(gateway, "/schedules/x", body(YEARLY)).isProblem(501, "not-supported");
      gateway.send("DELETE", "/schedules/x").isProblem(501, "not-supported");
      gateway.send("POST", "/schedules/x/trigger").isProblem(501, "not-supported");
      gateway.send("POST", "/schedules/x/pause").isProblem(501, "not-supported");
      gateway.send("POST", "/schedules/x/unpause").isProblem(501, "not-supported");
      gateway
          .post(
              "/schedules/x/backfill",
              "{\"startTime\":\"2028-01-01T00:00:00Z\",\"endTime\":\"2029-01-01T00:00:00Z\"}")
          .isProblem(501, "not-supported");
      gateway.get("/schedules/x/matching-times?" + span).isProblem(501, "not-supported");
    }
  }
}
