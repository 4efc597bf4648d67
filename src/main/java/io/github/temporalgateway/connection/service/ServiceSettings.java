package io.github.temporalgateway.connection.service;

import io.github.temporalgateway.connection.credentials.CredentialSettings;
import io.github.temporalgateway.connection.credentials.SettingMistake;
import io.github.temporalgateway.connection.credentials.TlsBundles;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * All settings of one connection, wherever they were written.
 *
 * @param name what the connection is called
 * @param target address of the service
 * @param targetSetting the setting that says so
 * @param serverName name that its certificate must have, when it is not the address
 * @param apiKey API key that is no file, or empty
 * @param credentials where certificates and keys are
 * @param grpcMeta further headers of each call
 * @param forwardsAuthorization whether calls are made with the tokens of callers
 * @param namespaces Namespaces that are reached through it
 */
record ServiceSettings(
    String name,
    String target,
    String targetSetting,
    @Nullable String serverName,
    String apiKey,
    CredentialSettings credentials,
    Map<String, String> grpcMeta,
    boolean forwardsAuthorization,
    List<String> namespaces) {

  /** Name of the connection that {@code spring.temporal.*} and {@code gateway.temporal.*} set. */
  static final String DEFAULT = "default";

  /** The setting that names the default Namespace. */
  static final String NAMESPACE = "spring.temporal.namespace";

  private static final String ALLOW = "gateway.namespaces.allow";

  /** Reads the settings of the default connection. */
  static ServiceSettings ofDefault(Environment environment) {
    Binder binder = Binder.get(environment);
    ServiceProperties ours = binder.bindOrCreate("gateway.temporal", ServiceProperties.class);
    StarterProperties starter =
        binder.bindOrCreate(StarterProperties.PREFIX, StarterProperties.class);
    String bundle = ours.sslBundle();
    boolean key = ours.apiKeyFile() != null || !starter.apiKey().isEmpty();
    boolean https = starter.enableHttps() == null ? key : starter.enableHttps();
    return new ServiceSettings(
        DEFAULT,
        starter.target(),
        StarterProperties.PREFIX + ".target",
        ours.serverName(),
        starter.apiKey(),
        new CredentialSettings(
            "gateway.temporal",
            https || bundle != null,
            bundle == null ? TlsBundles.SYSTEM : bundle,
            starter.mtls().insecureTrustManager(),
            ours.apiKeyFile()),
        ours.grpcMeta(),
        ours.forwardAuthorization(),
        namespaces(binder));
  }

  private static List<String> namespaces(Binder binder) {
    Set<String> names = new LinkedHashSet<>();
    names.add(binder.bind(NAMESPACE, String.class).orElse("default"));
    names.addAll(binder.bind(ALLOW, Bindable.setOf(String.class)).orElse(Set.of()));
    names.remove("*");
    return List.copyOf(names);
  }

  /** Those of a further connection. */
  static ServiceSettings ofFurther(String name, ConnectionProperties further) {
    String prefix = "gateway.connections." + name;
    if (name.equals(DEFAULT) || further.namespaces().isEmpty()) {
      throw new SettingMistake(
          name.equals(DEFAULT)
              ? "%s has the name of the default connection.".formatted(prefix)
              : "%s.namespaces is empty, so nothing would use the connection.".formatted(prefix),
          name.equals(DEFAULT)
              ? "Choose another name, or set spring.temporal.* and gateway.temporal.* instead."
              : "Name the Namespaces that are reached through it.");
    }
    String bundle = further.sslBundle();
    return new ServiceSettings(
        name,
        further.target(),
        prefix + ".target",
        further.serverName(),
        "",
        new CredentialSettings(
            prefix,
            bundle != null || further.apiKeyFile() != null,
            bundle == null ? TlsBundles.SYSTEM : bundle,
            false,
            further.apiKeyFile()),
        Map.of(),
        false,
        List.copyOf(further.namespaces()));
  }

  /** The setting that names one of the Namespaces. */
  String namespaceSetting(String namespace) {
    if (!name.equals(DEFAULT)) {
      return credentials.prefix() + ".namespaces";
    }
    return namespace.equals(namespaces.getFirst()) ? NAMESPACE : ALLOW;
  }

  boolean hasApiKey() {
    return !apiKey.isEmpty() || credentials.apiKeyFile() != null;
  }
}
