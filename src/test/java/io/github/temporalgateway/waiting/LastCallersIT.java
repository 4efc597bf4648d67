package io.github.temporalgateway.waiting;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.OwnGateway;
import java.net.ConnectException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A gateway that has been told to end still answers those who are on their way to it. */
class LastCallersIT {

  @Test
  void callersWhoConnectJustAfterTheEndWasOrderedAreAnswered() throws InterruptedException {
    OwnGateway gateway = OwnGateway.start("127.0.0.1:1", "gateway.http.shutdown-delay=6s");
    gateway.client().get("/problems").is(200);
    Thread closing = Thread.ofVirtual().start(gateway::close);

    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> {
          gateway.client().get("/problems").is(200);
          gateway.client().post("/workflows", "{").is(400);
        });

    closing.join();
    assertThatThrownBy(() -> gateway.client().get("/problems"))
        .hasStackTraceContaining(ConnectException.class.getName());
  }
}
