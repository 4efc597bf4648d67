package io.github.temporalgateway.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutageTest {

  private final Outage outage = new Outage();

  @Test
  void pausesLongerEachTimeUntilAnAnswerComes() {
    assertThat(outage.lasts(0)).isFalse();

    outage.unreachable(0);
    assertThat(outage.lasts(millis(49))).isTrue();
    assertThat(outage.lasts(millis(50))).isFalse();

    outage.unreachable(millis(50));
    assertThat(outage.lasts(millis(149))).isTrue();
    assertThat(outage.lasts(millis(150))).isFalse();

    outage.answered();
    outage.unreachable(millis(200));
    assertThat(outage.lasts(millis(250))).isFalse();
  }

  @Test
  void countsFailuresOfOneMomentOnce() {
    for (int poll = 0; poll < 800; poll++) {
      outage.unreachable(0);
    }

    assertThat(outage.lasts(millis(50))).isFalse();
  }

  @Test
  void pausesForASecondAtMost() {
    for (int second = 0; second < 60; second++) {
      outage.unreachable(millis(second * 1_000));
    }

    assertThat(outage.lasts(millis(60_001))).isFalse();
  }

  private static long millis(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }
}
