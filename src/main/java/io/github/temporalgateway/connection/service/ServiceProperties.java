package io.github.temporalgateway.connection.service;

import io.github.temporalgateway.connection.credentials.SettingMistake;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the Temporal Service is reached; its address is {@code spring.temporal.connection.target}.
 *
 * @param sslBundle name of the {@code spring.ssl.bundle.*} with the client certificate and the
 *     certificate authorities of the connection; {@code system} encrypts with the JVM's authorities
 *     and without a client certificate
 * @param serverName name that the server's certificate must have, when it is not the address
 * @param apiKeyFile file that holds the API key and nothing else
 * @param grpcMeta further gRPC headers of each call, by name
 * @param forwardAuthorization whether Temporal is called with the bearer token of the caller, so
 *     that its own authorizer decides
 * @param reloadEvery how often the files of certificates and keys are read again; not less than 1s
 */
@ConfigurationProperties("gateway.temporal")
record ServiceProperties(
    @Nullable String sslBundle,
    @Nullable String serverName,
    @Nullable String apiKeyFile,
    @DefaultValue Map<String, String> grpcMeta,
    @DefaultValue("false") boolean forwardAuthorization,
    @DefaultValue("10s") Duration reloadEvery) {

  private static final Duration SHORTEST_RELOAD = Duration.ofSeconds(1);

  void check() {
    if (reloadEvery.compareTo(SHORTEST_RELOAD) < 0) {
      throw new SettingMistake(
          "gateway.temporal.reload-every is %s, which is too short to read files."
              .formatted(reloadEvery),
          "Set it to 1s or more.");
    }
  }
}
