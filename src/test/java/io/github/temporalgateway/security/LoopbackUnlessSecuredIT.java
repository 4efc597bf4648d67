package io.github.temporalgateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.temporalgateway.GatewayApplication;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          --gateway.security.mode=basic; the modes are
          --gateway.security.mode=none,jwt; lets in whom the others keep out
          --gateway.security.mode=jwt; gateway.security.jwt.audience is not set
          --gateway.security.mode=jwt --gateway.security.jwt.audience=x; nothing says which keys
          --gateway.security.mode=api-key; api-keys.file is not set
          --gateway.security.mode=api-key --gateway.security.api-keys.file=x; cannot be read
          --gateway.security.mode=api-key --gateway.security.api-keys.file=mvnw; which is wrong
          --gateway.security.mode=mtls; asks nobody for a certificate
          --gateway.security.policies[0].callers=a; asks nobody who they are
          --gateway.security.mode=none --gateway.security.policies[0].callers=a; asks nobody who
          """)
  void modeThatCannotWorkIsRefusedInASentence(
      String settings, String sentence, CapturedOutput output) {
    assertThatThrownBy(() -> start(settings.split(" ")))
        .extracting(NestedExceptionUtils::getMostSpecificCause)
        .isInstanceOf(InsecureStartException.class);
    assertThat(output).contains(sentence).doesNotContain("\tat ");
  }

  private static ConfigurableApplicationContext start(String... settings) {
    return SpringApplication.run(
        GatewayApplication.class,
        Stream.concat(
                Stream.of("--server.port=0", "--management.server.port=0"), Stream.of(settings))
            .toArray(String[]::new));
  }
}
