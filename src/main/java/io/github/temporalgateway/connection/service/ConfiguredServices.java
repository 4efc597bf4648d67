package io.github.temporalgateway.connection.service;

import io.github.temporalgateway.connection.credentials.Credentials;
import io.github.temporalgateway.connection.credentials.SettingMistake;
import io.github.temporalgateway.connection.credentials.TlsBundles;
import java.time.InstantSource;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The connections as they are configured. */
@Component
final class ConfiguredServices {

  private final ConfiguredService byDefault;

  ConfiguredServices(Environment environment, InstantSource clock) {
    ServiceSettings settings = ServiceSettings.ofDefault(environment);
    this.byDefault =
        new ConfiguredService(
            settings,
            new Credentials(settings.credentials(), TlsBundles.of(environment), clock.instant()));
  }

  /**
   * Reads all settings and files once.
   *
   * @throws SettingMistake when one of them cannot work
   */
  static void check(Environment environment) {
    ConfiguredService service =
        new ConfiguredServices(environment, InstantSource.system()).byDefault;
    AddressRules.check(
        service.settings(),
        service.credentials(),
        service.settings().namespaces().getFirst(),
        ServiceSettings.NAMESPACE);
  }

  /** The one that {@code spring.temporal.*} describes. */
  ConfiguredService byDefault() {
    return byDefault;
  }
}
