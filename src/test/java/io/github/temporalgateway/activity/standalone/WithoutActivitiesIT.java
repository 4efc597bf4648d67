package io.github.temporalgateway.activity.standalone;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.InMemoryTemporal;
import io.github.temporalgateway.testing.OwnGateway;
import org.junit.jupiter.api.Test;

/** What a caller sees of a service without stand-alone Activities, which the in-memory one is. */
class WithoutActivitiesIT {

  @Test
  void whatTheServiceLacksIs501() throws Exception {
    try (InMemoryTemporal temporal = new InMemoryTemporal();
        OwnGateway own = OwnGateway.start(temporal.target())) {
      GatewayClient client = own.client();

      client
          .post(
              "/activities",
              """
              {"activityType":"X","taskQueue":"q","startToCloseTimeout":"1m"}\
              """)
          .isProblem(501, "not-supported");
      for (String path :
          new String[] {
            "/activities", "/activity-count", "/activities/x", "/activities/x/result?wait=1s"
          }) {
        client.get(path).isProblem(501, "not-supported");
      }
      client.send("DELETE", "/activities/x").isProblem(501, "not-supported");
      for (String command : new String[] {"cancel", "terminate", "pause", "unpause", "reset"}) {
        client.send("POST", "/activities/x/" + command).isProblem(501, "not-supported");
      }
      for (String command : new String[] {"pause", "unpause", "reset"}) {
        client.send("POST", "/workflows/x/activities/1/" + command).isProblem(501, "not-supported");
      }
      for (String path : new String[] {"/activities/x", "/workflows/x/activities/1"}) {
        client
            .patch(path + "/options", "{\"startToCloseTimeout\":\"1m\"}")
            .isProblem(501, "not-supported");
      }
    }
  }
}
