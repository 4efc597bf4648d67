package io.github.temporalgateway.connection.service;

import io.github.temporalgateway.connection.credentials.SettingMistake;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Brings together all places where a connection can be described, and ends the start when what they
 * say cannot work, before anything else trips over it. What may heal does not end the start.
 */
final class ConnectionEnvironment implements EnvironmentPostProcessor, Ordered {

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    StarterProperties starter =
        Binder.get(environment).bindOrCreate(StarterProperties.PREFIX, StarterProperties.class);
    refuseTwoOf(environment, starter);
    Map<String, String> writtenAs = new HashMap<>();
    // What comes first wins.
    add(environment, StarterProperties.PREFIX, MtlsSettings.of(starter.mtls()), writtenAs);
    add(environment, "TEMPORAL_* and temporal.toml", ProfileSettings.of(environment), writtenAs);
    try {
      ConfiguredServices.check(environment);
    } catch (SettingMistake mistake) {
      throw mistake.inWordsOf(writtenAs);
    }
  }

  private static void add(
      ConfigurableEnvironment environment,
      String source,
      DerivedSettings derived,
      Map<String, String> writtenAs) {
    derived
        .writtenAs()
        .forEach((setting, words) -> {
          if (!environment.containsProperty(setting)) {
            writtenAs.put(setting, words);
          }
        });
    environment.getPropertySources().addLast(new MapPropertySource(source, derived.values()));
  }

  private static void refuseTwoOf(ConfigurableEnvironment environment, StarterProperties starter) {
    if (starter.mtls().hasKey() && environment.containsProperty("gateway.temporal.ssl-bundle")) {
      throw new SettingMistake(
          "Both gateway.temporal.ssl-bundle and spring.temporal.connection.mtls are set.",
          "Keep the SSL bundle and remove spring.temporal.connection.mtls.*.");
    }
    if (!starter.apiKey().isEmpty()
        && environment.containsProperty("gateway.temporal.api-key-file")) {
      throw new SettingMistake(
          "Both gateway.temporal.api-key-file and spring.temporal.connection.api-key are set.",
          "Keep the file, which is read again when it changes.");
    }
  }
}
