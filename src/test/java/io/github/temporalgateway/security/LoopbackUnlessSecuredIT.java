package io.github.temporalgateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.temporalgateway.GatewayApplication;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The gateway is reachable from other machines only when someone said how it is secured. */
@ExtendWith(OutputCaptureExtension.class)
class LoopbackUnlessSecuredIT {

  @Test
  void withoutModeItListensOnLoopbackAndSaysSo(CapturedOutput output) {
    try (ConfigurableApplicationContext gateway = start()) {
      assertThat(gateway.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.1");
      assertThat(gateway.getEnvironment().getProperty("management.server.address"))
          .isEqualTo("127.0.0.1");
    }
    assertThat(output).containsOnlyOnce("listening on loopback only");
  }

  @Test
  void withoutModeItRefusesAnyOtherAddress(CapturedOutput output) {
    assertThatThrownBy(() -> start("--server.address=0.0.0.0"))
        .isInstanceOf(InsecureStartException.class);
    assertThat(output).contains("gateway.security.mode=none").doesNotContain("\tat ");
  }

  @Test
  void withoutModeItTakesAnotherLoopbackAddress() {
    try (ConfigurableApplicationContext gateway = start("--server.address=127.0.0.2")) {
      assertThat(gateway.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.2");
    }
  }

  @Test
  void modeNoneListensEverywhereAndWarns(CapturedOutput output) {
    try (ConfigurableApplicationContext gateway = start("--gateway.security.mode=none")) {
      assertThat(gateway.getEnvironment().getProperty("server.address")).isNull();
    }
    assertThat(output).contains("everyone who reaches the port may do everything");
  }

  @Test
  void modeThatDoesNotExistIsRefused() {
    assertThatThrownBy(() -> start("--gateway.security.mode=jwt"))
        .isInstanceOf(InsecureStartException.class)
        .hasMessageContaining("jwt");
  }

  private static ConfigurableApplicationContext start(String... settings) {
    return SpringApplication.run(
        GatewayApplication.class,
        Stream.concat(
                Stream.of("--server.port=0", "--management.server.port=0"), Stream.of(settings))
            .toArray(String[]::new));
  }
}
