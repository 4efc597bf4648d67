package io.github.temporalgateway.connection.service;

import io.github.temporalgateway.connection.credentials.Credentials;
import io.github.temporalgateway.connection.credentials.SettingMistake;
import java.util.Locale;

/** What an address demands of the other settings of its connection. */
final class AddressRules {

  private AddressRules() {}

  /** Refuses what cannot work. */
  static void check(ServiceSettings settings, Credentials credentials) {
    String target = settings.target();
    String host = target.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    if (host.isEmpty() || host.equals("local")) {
      throw new SettingMistake(
          "%s is '%s', which is no address.".formatted(settings.targetSetting(), target),
          "Set it to host:port, such as 127.0.0.1:7233.");
    }
    if (!settings.credentials().tls() && settings.hasApiKey()) {
      throw new SettingMistake(
          "An API key is set for %s, but TLS is off: anyone on the way could read the key."
              .formatted(target),
          "Remove spring.temporal.connection.enable-https=false or TEMPORAL_TLS=false, or the key.");
    }
    if (!settings.credentials().tls()) {
      refusePartsOfTls(settings);
    }
    if (host.endsWith(".tmprl.cloud")) {
      checkCloud(settings, credentials);
    }
    if (host.endsWith(".api.temporal.io") && !settings.hasApiKey()) {
      throw new SettingMistake(
          "%s is %s, which asks for an API key, but none is set."
              .formatted(settings.targetSetting(), target),
          "Set %s.api-key-file to a file that holds it, or the variable TEMPORAL_API_KEY."
              .formatted(settings.credentials().prefix()));
    }
  }

  /** Whoever sets them expects encryption. */
  private static void refusePartsOfTls(ServiceSettings settings) {
    String prefix = settings.credentials().prefix();
    String part =
        settings.serverName() != null
            ? prefix + ".server-name"
            : settings.credentials().insecure()
                ? StarterProperties.PREFIX + ".mtls.insecure-trust-manager"
                : "";
    if (!part.isEmpty()) {
      throw new SettingMistake(
          "%s is set, but TLS is off.".formatted(part),
          "Set %s.ssl-bundle=system to encrypt the connection, or remove %s."
              .formatted(prefix, part));
    }
  }

  private static void checkCloud(ServiceSettings settings, Credentials credentials) {
    for (String namespace : settings.namespaces()) {
      if (!namespace.contains(".")) {
        throw new SettingMistake(
            "%s names the Namespace '%s', but Temporal Cloud knows Namespaces by name and account."
                .formatted(settings.namespaceSetting(namespace), namespace),
            "Write it as <name>.<account>, as the address %s begins.".formatted(settings.target()));
      }
    }
    if (credentials.certificate().isEmpty() && !settings.hasApiKey()) {
      throw new SettingMistake(
          "%s is %s, but neither a client certificate nor an API key is set."
              .formatted(settings.targetSetting(), settings.target()),
          "Set %s.ssl-bundle or %s.api-key-file."
              .formatted(settings.credentials().prefix(), settings.credentials().prefix()));
    }
  }
}
