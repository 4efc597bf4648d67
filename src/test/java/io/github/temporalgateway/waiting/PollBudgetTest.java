package io.github.temporalgateway.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollBudgetTest {

  private final PollBudget budget = new PollBudget(40);

  @Test
  void givesNoMoreThanItHas() {
    assertThat(taken(0)).isEqualTo(40);

    budget.giveBack();

    assertThat(taken(0)).isEqualTo(1);
  }

  @Test
  void fallsToWhatTemporalAdmits() {
    taken(0);
    for (int refused = 0; refused < 10; refused++) {
      budget.giveBack();
      budget.refused(0);
    }

    assertThat(taken(1)).isZero();
    budget.giveBack();
    assertThat(taken(1)).isEqualTo(1);
  }

  @Test
  void growsBackSlowly() {
    taken(0);
    for (int refused = 0; refused < 10; refused++) {
      budget.giveBack();
      budget.refused(0);
    }

    assertThat(taken(Duration.ofSeconds(6).toNanos())).isEqualTo(2);
    assertThat(taken(Duration.ofSeconds(7).toNanos())).isZero();
    assertThat(taken(Duration.ofSeconds(12).toNanos())).isEqualTo(2);
    for (int second = 20; second < 80; second += 6) {
      taken(Duration.ofSeconds(second).toNanos());
    }
    assertThat(budget.open()).isEqualTo(40);
  }

  @Test
  void pausesWhenTemporalAdmitsNone() {
    assertThat(budget.take(0)).isTrue();
    budget.giveBack();
    budget.refused(0);

    assertThat(budget.take(1)).isFalse();
    assertThat(taken(Duration.ofSeconds(6).toNanos())).isEqualTo(2);
  }

  private int taken(long now) {
    int taken = 0;
    while (budget.take(now)) {
      taken++;
    }
    return taken;
  }
}
