package io.github.temporalgateway.connection.service;

import io.github.temporalgateway.connection.credentials.CredentialSettings;
import io.github.temporalgateway.connection.credentials.TlsBundles;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    List<String> namespaces) {

  /** Name of the connection that {@code spring.temporal.*} and {@code gateway.temporal.*} set. */
  static final String DEFAULT = "default";

  /** The setting that names the default Namespace. */
  static final String NAMESPACE = "spring.temporal.namespace";

  /** Reads the settings of the default connection. */
  static ServiceSettings ofDefault(Environment environment) {
    Binder binder = Binder.get(environment);
    ServiceProperties ours = binder.bindOrCreate("gateway.temporal", ServiceProperties.class);
    StarterProperties starter =
        binder.bindOrCreate(StarterProperties.PREFIX, StarterProperties.class);
    String serverName = ours.serverName();
    String bundle = ours.sslBundle();
    boolean key = ours.apiKeyFile() != null || !starter.apiKey().isEmpty();
    boolean https = starter.enableHttps() == null ? key : starter.enableHttps();
    return new ServiceSettings(
        DEFAULT,
        starter.target(),
        StarterProperties.PREFIX + ".target",
        serverName == null ? starter.mtls().serverName() : serverName,
        starter.apiKey(),
        new CredentialSettings(
            "gateway.temporal",
            https || bundle != null,
            bundle == null ? TlsBundles.SYSTEM : bundle,
            starter.mtls().insecureTrustManager(),
            ours.apiKeyFile()),
        ours.grpcMeta(),
        List.of(environment.getProperty(NAMESPACE, "default")));
  }

  boolean hasApiKey() {
    return !apiKey.isEmpty() || credentials.apiKeyFile() != null;
  }
}
