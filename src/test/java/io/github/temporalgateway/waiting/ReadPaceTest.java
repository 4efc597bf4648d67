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
    List<Long> turns = Stream.generate(() -> pace.next(SECOND)).limit(1000).toList();

    assertThat(turns).isSorted().doesNotHaveDuplicates();
    assertThat(dueAt(SECOND, turns)).isBetween(1L, 21L);
    assertThat(dueAt(2 * SECOND, turns)).isBetween(195L, 225L);
    assertThat(dueAt(6 * SECOND, turns)).isEqualTo(1000);
  }

  @Test
  void turnsAreFurtherApartAfterARefusal() {
    pace.refused(SECOND);
    List<Long> turns = Stream.generate(() -> pace.next(SECOND)).limit(100).toList();

    assertThat(dueAt(SECOND + SECOND / 10, turns)).isEqualTo(10);
  }

  @Test
  void turnsWaitNoLongerThanThePaceDemandsWhenItHasRecovered() {
    List<Long> turns = Stream.generate(() -> pace.next(SECOND)).limit(2000).toList();
    for (int refusal = 1; refusal < 10; refusal++) {
      pace.refused(refusal * SECOND);
    }

    assertThat(dueAt(10 * SECOND, turns)).isBetween(200L, 600L);
    assertThat(dueAt(40 * SECOND, turns)).isEqualTo(2000);
  }

  @Test
  void whoTakesNoneBeforeItsTimeComesAfterTurnsThatWereGivenOut() {
    Stream.generate(() -> pace.next(SECOND)).limit(100).forEach(turn -> {});

    assertThat(pace.take(SECOND)).isFalse();
    assertThat(takenIn(1, 2)).isBetween(80, 140);
  }

  @Test
  void neverStops() {
    for (int refusal = 0; refusal < 50; refusal++) {
      pace.refused(refusal * SECOND);
    }

    assertThat(takenIn(50, 52)).isPositive();
  }

  private long dueAt(long now, List<Long> turns) {
    return turns.stream().filter(turn -> pace.isDue(turn, now)).count();
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
