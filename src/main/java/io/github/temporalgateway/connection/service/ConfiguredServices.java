package io.github.temporalgateway.connection.service;

import io.github.temporalgateway.connection.credentials.Credentials;
import io.github.temporalgateway.connection.credentials.SettingMistake;
import io.github.temporalgateway.connection.credentials.TlsBundles;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The connections as they are configured, the default one first. */
@Component
final class ConfiguredServices {

  private final List<ConfiguredService> all = new ArrayList<>();

  ConfiguredServices(Environment environment, InstantSource clock) {
    TlsBundles bundles = TlsBundles.of(environment);
    ChannelProperties channel =
        Binder.get(environment).bindOrCreate("gateway.temporal.channel", ChannelProperties.class);
    CallDeadlines deadlines =
        Binder.get(environment).bindOrCreate("gateway.temporal", CallDeadlines.class);
    List<ServiceSettings> settings = new ArrayList<>();
    settings.add(ServiceSettings.ofDefault(environment));
    further(environment)
        .forEach((name, further) -> settings.add(ServiceSettings.ofFurther(name, further)));
    for (ServiceSettings one : settings) {
      all.add(
          new ConfiguredService(
              one,
              new Credentials(one.credentials(), bundles, clock.instant()),
              channel,
              deadlines));
    }
  }

  private static Map<String, ConnectionProperties> further(Environment environment) {
    try {
      return Binder.get(environment)
          .bind(
              "gateway.connections",
              Bindable.mapOf(String.class, ConnectionProperties.class),
              new NoUnboundElementsBindHandler(
                  BindHandler.DEFAULT, new UnboundElementsSourceFilter()))
          .orElse(Map.of());
    } catch (BindException failure) {
      if (failure.getCause() instanceof UnboundConfigurationPropertiesException unknown) {
        throw new SettingMistake(
            "There is no setting %s."
                .formatted(unknown.getUnboundProperties().iterator().next().getName()),
            "A connection has target, ssl-bundle, server-name, api-key-file and namespaces.");
      }
      throw failure;
    }
  }

  /**
   * Reads all settings and files once.
   *
   * @throws SettingMistake when one of them cannot work
   */
  static void check(Environment environment) {
    Binder.get(environment).bindOrCreate("gateway.temporal", ServiceProperties.class).check();
    Map<String, String> servedBy = new HashMap<>();
    for (ConfiguredService service :
        new ConfiguredServices(environment, InstantSource.system()).all) {
      service.channel().check();
      AddressRules.check(service.settings(), service.credentials());
      refuseTwoCredentials(service.settings());
      for (String namespace : service.settings().namespaces()) {
        String other = servedBy.put(namespace, service.settings().name());
        if (other != null) {
          throw new SettingMistake(
              "The connections %s and %s both name the Namespace '%s'."
                  .formatted(other, service.settings().name(), namespace),
              "A path names a Namespace and no connection: leave each to one of them.");
        }
      }
    }
  }

  private static void refuseTwoCredentials(ServiceSettings settings) {
    if (settings.forwardsAuthorization() && settings.hasApiKey()) {
      throw new SettingMistake(
          "gateway.temporal.forward-authorization is true, and the connection has an API key: both"
              + " go into the same header.",
          "Remove one of them; a client certificate can be the gateway's own credential.");
    }
  }

  /** The one that {@code spring.temporal.*} describes. */
  ConfiguredService byDefault() {
    return all.getFirst();
  }

  /** Those that {@code gateway.connections.*} describes. */
  List<ConfiguredService> further() {
    return all.subList(1, all.size());
  }
}
