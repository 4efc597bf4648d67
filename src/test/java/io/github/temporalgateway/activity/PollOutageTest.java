package io.github.temporalgateway.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollOutageTest {

  private static final Duration REFUSED = Duration.ofMillis(5);
  private static final Duration HELD = Duration.ofSeconds(20);

  private final PollOutage outage = new PollOutage();

  @Test
  void twoTriesInSuccessionAreAnOutage() {
    assertThat(outage.goesOn(REFUSED)).isFalse();
    assertThat(outage.goesOn(REFUSED)).isTrue();
  }

  @Test
  void callThatWasHeldEndsIt() {
    assertThat(outage.goesOn(REFUSED)).isFalse();
    assertThat(outage.goesOn(HELD)).isFalse();
    assertThat(outage.goesOn(REFUSED)).isFalse();
    assertThat(outage.goesOn(REFUSED)).isTrue();
  }

  @Test
  void answerEndsIt() {
    assertThat(outage.goesOn(REFUSED)).isFalse();
    outage.ended();
    assertThat(outage.goesOn(REFUSED)).isFalse();
  }
}
