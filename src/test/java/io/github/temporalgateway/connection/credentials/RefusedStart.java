package io.github.temporalgateway.connection.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.temporalgateway.GatewayApplication;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;

/** Starts a gateway with settings that end the start. */
final class RefusedStart {

  private RefusedStart() {}

  static void refused(CapturedOutput output, String sentence, List<String> settings) {
    refused(output, sentence, settings.toArray(String[]::new));
  }

  static void refused(CapturedOutput output, String sentence, String... settings) {
    int before = output.getAll().length();
    String[] arguments =
        Stream.concat(Stream.of("server.port=0", "management.server.port=0"), Stream.of(settings))
            .map(setting -> "--" + setting)
            .toArray(String[]::new);

    assertThatThrownBy(() -> SpringApplication.run(GatewayApplication.class, arguments).close())
        .isInstanceOf(SettingMistake.class)
        .hasMessageContaining(sentence);

    assertThat(output.getAll().substring(before))
        .contains(sentence)
        .contains("Action:")
        .doesNotContain("\tat ");
  }
}
