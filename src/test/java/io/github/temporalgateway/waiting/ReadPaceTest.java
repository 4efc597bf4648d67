package io.github.temporalgateway.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadPaceTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final ReadPace pace = new ReadPace(200, 0);

  @Test
  void givesItsPaceAndSavesNothingUp() {
    assertThat(takenIn(100, 105)).isBetween(980, 1021);
  }

  @Test
  void halvesAtARefusalAndGrowsBack() {
    takenIn(0, 1);
    pace.refused(SECOND);
    pace.refused(SECOND + 1);
    pace.refused(2 * SECOND);

    assertThat(takenIn(2, 3)).isBetween(45, 70);
    assertThat(takenIn(30, 31)).isBetween(190, 221);
  }

  @Test
  void turnsComeOneAfterTheOther() {
    List<Long> turns = Stream.generate(() -> pace.reserve(SECOND)).limit(3).toList();

    assertThat(turns).containsExactly(SECOND, SECOND + SECOND / 200, SECOND + SECOND / 100);
    assertThat(pace.reserve(5 * SECOND)).isEqualTo(5 * SECOND);
  }

  @Test
  void turnsAreFurtherApartAfterARefusal() {
    pace.reserve(SECOND);
    pace.refused(SECOND);

    long first = pace.reserve(SECOND);

    assertThat(pace.reserve(SECOND) - first).isEqualTo(SECOND / 100);
  }

  @Test
  void neverStops() {
    for (int refusal = 0; refusal < 50; refusal++) {
      pace.refused(refusal * SECOND);
    }

    assertThat(takenIn(50, 52)).isPositive();
  }

  private int takenIn(int from, int until) {
    int taken = 0;
    for (long now = from * SECOND; now < until * SECOND; now += SECOND / 100) {
      while (pace.take(now)) {
        taken++;
      }
    }
    return taken;
  }
}
