package io.github.temporalgateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.kernel.CallerWatch;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@Import({Callers.class, CallerWatchTest.Waits.class, CallerWatchTest.WaitRoutes.class})
class CallerWatchTest extends WireTest {

  private static final int CROWD = 400;

  @Autowired Waits waits;

  @BeforeEach
  void nobodyIsGone() {
    waits.gone.set(0);
  }

  @AfterEach
  void nobodyWaits() {
    await().until(waits.open::isEmpty);
  }

  SocketFactory sockets() {
    return SocketFactory.getDefault();
  }

  @Test
  void closingIsNoticed() throws IOException {
    try (Wire caller = waiting("closing")) {
      caller.close();

      awaitGone("closing");
    }
  }

  @Test
  void resetIsNoticed() throws IOException {
    try (Wire caller = waiting("reset")) {
      caller.reset();

      awaitGone("reset");
    }
  }

  @Test
  void endOfSendingCountsAsGoneAndTheAnswerStillArrives() throws IOException {
    try (Wire caller = waiting("half")) {
      caller.socket.shutdownOutput();

      assertThat(caller.receive().body()).isEqualTo("gone");
      assertThat(caller.atEnd()).isTrue();
      awaitGone("half");
    }
  }

  @Test
  void closingAfterABodyIsNoticed() throws IOException {
    try (Wire caller = open()) {
      caller.send(Wire.post("/wait/body", "x".repeat(50_000)));
      await().until(() -> waits.isWaiting("body"));

      caller.close();

      awaitGone("body");
    }
  }

  @Test
  void unreadBodyStaysWhole() throws IOException {
    String body = "x".repeat(50_000);
    try (Wire caller = open()) {
      caller.send(Wire.post("/wait-unread/unread", body));
      await().until(() -> waits.isWaiting("unread"));
      waits.answer("unread");

      assertThat(caller.receive().body()).isEqualTo("answered unread 50000");
      assertThat(next(caller, "after-unread")).isEqualTo("answered after-unread");
    }
  }

  @Test
  void requestSentAheadIsAnsweredInItsTurn() throws IOException {
    try (Wire caller = waiting("first")) {
      caller.send(Wire.get("/wait/second") + Wire.post("/wait/third", "three"));
      await()
          .during(Duration.ofMillis(200))
          .atMost(Duration.ofSeconds(2))
          .until(() -> waits.isWaiting("first") && !waits.isWaiting("second"));

      for (String name : List.of("first", "second", "third")) {
        await().until(() -> waits.isWaiting(name));
        waits.answer(name);
        assertThat(caller.receive().body()).startsWith("answered " + name);
      }
      assertThat(waits.gone).hasValue(0);
      assertThat(next(caller, "fourth")).isEqualTo("answered fourth");
    }
  }

  @Test
  void requestSentAheadInPiecesIsAnsweredInItsTurn() throws IOException {
    try (Wire caller = waiting("whole")) {
      String second = Wire.get("/wait/pieces");
      caller.send(second.substring(0, 1));
      caller.send(second.substring(1, 20));
      waits.answer("whole");
      assertThat(caller.receive().body()).isEqualTo("answered whole");
      caller.send(second.substring(20));
      await().until(() -> waits.isWaiting("pieces"));
      waits.answer("pieces");

      assertThat(caller.receive().body()).isEqualTo("answered pieces");
    }
  }

  @Test
  void requestsSentTogetherAreAnsweredInTurn() throws IOException {
    try (Wire caller = open()) {
      caller.send(Wire.get("/wait/a") + Wire.get("/wait/b") + Wire.get("/wait/c"));

      for (String name : List.of("a", "b", "c")) {
        await().until(() -> waits.isWaiting(name));
        waits.answer(name);
        assertThat(caller.receive().body()).isEqualTo("answered " + name);
      }
    }
  }

  @Test
  void connectionIsReusedAfterWaits() throws IOException {
    try (Wire caller = open()) {
      for (int i = 0; i < 300; i++) {
        assertThat(next(caller, "round-" + i)).isEqualTo("answered round-" + i);
      }
      caller.send(Wire.get("/wait/last"));
      await().until(() -> waits.isWaiting("last"));
      assertThat(waits.gone).hasValue(0);

      caller.close();

      awaitGone("last");
    }
  }

  @RepeatedTest(100)
  void answerAndNextRequestAtTheSameMomentLoseNothing() throws IOException {
    try (Wire caller = waiting("race")) {
      Thread.startVirtualThread(() -> waits.answer("race"));
      caller.send(Wire.get("/ids/next/end"));

      assertThat(caller.receive().body()).isEqualTo("answered race");
      assertThat(caller.receive().body()).isEqualTo("next");
    }
    assertThat(waits.gone).hasValue(0);
  }

  @RepeatedTest(50)
  void answerAndClosingAtTheSameMomentEndTheWaitOnce() throws IOException {
    try (Wire caller = waiting("end")) {
      Thread.startVirtualThread(() -> waits.answer("end"));
      caller.close();
    }
    await().until(waits.open::isEmpty);
    assertThat(waits.gone).hasValueLessThanOrEqualTo(1);
  }

  @Test
  void requestThatIsNotJettysIsLeftAlone() {
    CallerWatch caller = new Callers().of(new MockHttpServletRequest());

    caller.whenGone(() -> waits.gone.incrementAndGet()).close();

    assertThat(waits.gone).hasValue(0);
  }

  @Test
  void crowdThatClosesAtOnceIsNoticed() throws IOException {
    List<Wire> callers = new ArrayList<>();
    for (int i = 0; i < CROWD; i++) {
      Wire caller = open();
      caller.send(Wire.get("/wait/crowd-" + i));
      callers.add(caller);
    }
    await().atMost(20, TimeUnit.SECONDS).until(() -> waits.open.size() == CROWD);
    for (Wire caller : callers) {
      caller.close();
    }

    await().atMost(20, TimeUnit.SECONDS).until(waits.open::isEmpty);
    assertThat(waits.gone).hasValue(CROWD);
  }

  private static ConditionFactory await() {
    return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2));
  }

  private Wire open() throws IOException {
    return new Wire(sockets(), port);
  }

  private Wire waiting(String name) throws IOException {
    Wire caller = open();
    caller.send(Wire.get("/wait/" + name));
    await().until(() -> waits.isWaiting(name));
    return caller;
  }

  private String next(Wire caller, String name) throws IOException {
    caller.send(Wire.get("/wait/" + name));
    await().until(() -> waits.isWaiting(name));
    waits.answer(name);
    return caller.receive().body();
  }

  private void awaitGone(String name) {
    await().until(() -> !waits.isWaiting(name));
    assertThat(waits.gone).hasValue(1);
  }

  /** The requests that wait at the moment, by the name that each gave itself. */
  static class Waits {

    final Map<String, CompletableFuture<String>> open = new ConcurrentHashMap<>();
    final AtomicInteger gone = new AtomicInteger();

    boolean isWaiting(String name) {
      return open.containsKey(name);
    }

    void answer(String name) {
      CompletableFuture<String> wait = open.get(name);
      if (wait != null) {
        wait.complete("answered " + name);
      }
    }
  }

  @RestController
  static class WaitRoutes {

    private final Callers callers;
    private final Waits waits;

    WaitRoutes(Callers callers, Waits waits) {
      this.callers = callers;
      this.waits = waits;
    }

    @GetMapping("/wait/{name}")
    String waitFor(@PathVariable String name, HttpServletRequest request) {
      CompletableFuture<String> wait = new CompletableFuture<>();
      try (CallerWatch.Registration _ = callers.of(request).whenGone(() -> gone(wait))) {
        waits.open.put(name, wait);
        return wait.join();
      } finally {
        waits.open.remove(name, wait);
      }
    }

    @PostMapping("/wait/{name}")
    String waitFor(
        @PathVariable String name, @RequestBody String body, HttpServletRequest request) {
      return waitFor(name, request) + " " + body.length();
    }

    @PostMapping("/wait-unread/{name}")
    String waitUnread(@PathVariable String name, HttpServletRequest request) throws IOException {
      String answer = waitFor(name, request);
      return answer + " " + request.getInputStream().readAllBytes().length;
    }

    private void gone(CompletableFuture<String> wait) {
      waits.gone.incrementAndGet();
      wait.complete("gone");
    }
  }
}
