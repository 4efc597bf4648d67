package io.github.temporalgateway.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The name that was probably meant. */
class NearestTest {

  private static final List<String> KNOWN = List.of("proceed", "state", "add");

  @Test
  void misspeltNameFindsTheRightOne() {
    assertThat(Nearest.to("procede", KNOWN)).contains("proceed");
    assertThat(Nearest.to("State", KNOWN)).contains("state");
    assertThat(Nearest.to("ad", KNOWN)).contains("add");
  }

  @Test
  void quiteAnotherNameFindsNone() {
    assertThat(Nearest.to("withdraw", KNOWN)).isEmpty();
    assertThat(Nearest.to("anything", List.of())).isEmpty();
  }
}
