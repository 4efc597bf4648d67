package io.github.temporalgateway.connection.service;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the Temporal starter reads of {@code spring.temporal.connection} and we look at too.
 *
 * @param enableHttps unset is on with an API key and off without
 */
record StarterProperties(
    @DefaultValue("") String target,
    @Nullable Boolean enableHttps,
    @DefaultValue("") String apiKey,
    @DefaultValue Mtls mtls) {

  /** What its settings begin with. */
  static final String PREFIX = "spring.temporal.connection";

  /** A client certificate, as PEM files, PEM text or a PKCS12 store. */
  record Mtls(
      @Nullable String keyFile,
      @Nullable String key,
      @Nullable String certChainFile,
      @Nullable String certChain,
      @Nullable String keyPassword,
      @Nullable String serverName,
      boolean insecureTrustManager) {

    boolean hasKey() {
      return keyFile != null || key != null || certChainFile != null || certChain != null;
    }
  }
}
