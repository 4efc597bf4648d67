package io.github.temporalgateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.temporalgateway.GatewayApplication;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A setting that does not exist ends the start, and nobody else's does. */
@ExtendWith(OutputCaptureExtension.class)
class UnknownSettingsTest {

  @Test
  void misspeltSettingEndsTheStartAndNamesTheRightOne(CapturedOutput output) {
    assertThatThrownBy(
            () -> SpringApplication.run(GatewayApplication.class, "--gateway.http.max-wiat=30s"))
        .isInstanceOf(UnknownSettingsException.class);

    assertThat(output)
        .contains("There is no setting gateway.http.max-wiat (in commandLineArgs).")
        .contains("Did you mean gateway.http.max-wait?")
        .contains("gateway.defaults.task-queue")
        .doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gateway.http.max-wait",
        "gateway.http.maxWait",
        "gateway.http.max_wait",
        "gateway.namespaces.allow",
        "gateway.namespaces.allow[0]",
        "gateway.security.mode",
        "gateway.security.mode[1]",
        "gateway.security.policies[0].callers",
        "gateway.security.policies[0].workflow-types[1]",
        "gatewayer.something",
        "spring.temporal.namespace",
        "my.gateway.http.max-wiat"
      })
  void settingThatExistsOrIsNotOursPasses(String name) {
    assertThatCode(() -> check(name)).doesNotThrowAnyException();
  }

  @Test
  void headingWithNothingUnderItPasses() {
    assertThatCode(() -> check("gateway.security", "")).doesNotThrowAnyException();
    assertThatThrownBy(() -> check("gateway.securety", ""))
        .isInstanceOf(UnknownSettingsException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "gateway.htpp.max-wait, gateway.http.max-wait",
    "gateway.http.max-waits, gateway.http.max-wait",
    "gateway.http.maxWaits, gateway.http.max-wait",
    "gateway.namespace.allow, gateway.namespaces.allow",
    "gateway.http.max-wait.value, ''",
    "gateway.http.max-wait[x], ''",
    "gateway.security.policies.callers, ''",
    "gateway.http, ''",
    "gateway.quite-another-thing, ''"
  })
  void settingThatDoesNotExistIsRefused(String name, String nearest) {
    assertThatThrownBy(() -> check(name))
        .isInstanceOf(UnknownSettingsException.class)
        .hasMessageContaining("There is no setting " + name + " (in test).")
        .hasMessageContaining(nearest.isEmpty() ? "." : "Did you mean " + nearest + "?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GATEWAY_HTTP_MAXWAIT",
        "GATEWAY_HTTP_MAX_WAIT",
        "GATEWAY_NAMESPACES_ALLOW",
        "GATEWAY_NAMESPACES_ALLOW_0_",
        "GATEWAY_NAMESPACES_ALLOW_0",
        "GATEWAY_SECURITY_POLICIES_0_CALLERS",
        "GATEWAY_SECURITY_POLICIES_0_WORKFLOWTYPES_1",
        "GATEWAY_SECURITY_MODE",
        "GATEWAY_CONNECTIONS_EU_TARGET",
        "GATEWAY_PORT",
        "GATEWAY_PORT_8080_TCP",
        "GATEWAY_PORT_8080_TCP_ADDR",
        "GATEWAY_SERVICE_HOST",
        "GATEWAY_HTTP_SERVICE_PORT_WEB",
        "GATEWAY_HTTP_PORT",
        "GATEWAY_INTERFACE",
        "GATEWAYS_HTTP_MAXWIAT",
        "API_GATEWAY_HTTP_MAXWIAT"
      })
  void environmentVariableThatIsASettingOrNotOursPasses(String name) {
    assertThatCode(() -> checkVariable(name)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "GATEWAY_HTTP_MAXWIAT, gateway.http.max-wait",
    "GATEWAY_HTPP_MAXWAIT, gateway.http.max-wait",
    "GATEWAY_NAMESPACES_ALLOWED, gateway.namespaces.allow",
    "GATEWAY_TEMPORAL_SOMETHING, ''"
  })
  void environmentVariableThatBeginsLikeOursIsRefused(String name, String nearest) {
    assertThatThrownBy(() -> checkVariable(name))
        .isInstanceOf(UnknownSettingsException.class)
        .hasMessageContaining("There is no setting " + name)
        .hasMessageContaining(nearest.isEmpty() ? "." : "Did you mean " + nearest + "?");
  }

  @Test
  void mapTakesAnyKeys() {
    KnownSettings known =
        new KnownSettings(
            new TreeMap<>(
                Map.of("gateway.connections", "java.util.Map<java.lang.String,Connection>")));

    assertThat(known.has("gateway.connections.second.target")).isTrue();
    assertThat(known.has("gateway.connection.second.target")).isFalse();
    assertThat(known.isMistaken("GATEWAY_CONNECTIONS_SECOND_TARGET")).isFalse();
  }

  private static void check(String name) {
    check(name, "x");
  }

  private static void check(String name, String value) {
    StandardEnvironment environment = new StandardEnvironment();
    sourcesOf(environment).addFirst(new MapPropertySource("test", Map.of(name, value)));
    new UnknownSettings().postProcessEnvironment(environment, new SpringApplication());
  }

  private static void checkVariable(String name) {
    StandardEnvironment environment = new StandardEnvironment();
    sourcesOf(environment).addFirst(new SystemEnvironmentPropertySource("test", Map.of(name, "x")));
    new UnknownSettings().postProcessEnvironment(environment, new SpringApplication());
  }

  private static MutablePropertySources sourcesOf(StandardEnvironment environment) {
    MutablePropertySources sources = environment.getPropertySources();
    sources.remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    return sources;
  }
}
