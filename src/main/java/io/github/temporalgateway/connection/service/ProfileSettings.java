package io.github.temporalgateway.connection.service;

import io.github.temporalgateway.connection.credentials.SettingMistake;
import io.grpc.Metadata;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.envconfig.ClientConfigTLS;
import io.temporal.envconfig.LoadClientConfigProfileOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * The variables {@code TEMPORAL_*} and the profiles of {@code temporal.toml}, as Temporal's CLI and
 * SDKs read them. The file is read when a variable names it or a profile of it.
 */
final class ProfileSettings {

  private static final String BUNDLE = "temporal-profile";
  private static final String VARIABLES = "TEMPORAL_";
  private static final String FILE = VARIABLES + "CONFIG_FILE";
  private static final String PROFILE = VARIABLES + "PROFILE";

  private ProfileSettings() {}

  static DerivedSettings of(ConfigurableEnvironment environment) {
    Map<String, String> variables = variables(environment);
    DerivedSettings derived = new DerivedSettings();
    if (!variables.isEmpty()) {
      ClientConfigProfile profile = load(variables);
      derived.set("TEMPORAL_ADDRESS", profile.getAddress(), "TEMPORAL_ADDRESS");
      derived.set("TEMPORAL_NAMESPACE", profile.getNamespace(), "TEMPORAL_NAMESPACE");
      if (!environment.containsProperty("gateway.temporal.api-key-file")) {
        derived.set(StarterProperties.PREFIX + ".api-key", profile.getApiKey(), "TEMPORAL_API_KEY");
      }
      addTls(derived, profile.getTls());
      addMetadata(derived, profile.getMetadata());
    }
    return derived;
  }

  private static Map<String, String> variables(ConfigurableEnvironment environment) {
    Map<String, String> variables = new HashMap<>();
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> names) {
        for (String name : names.getPropertyNames()) {
          String value = name.startsWith(VARIABLES) ? environment.getProperty(name) : null;
          if (value != null && !value.isEmpty()) {
            variables.put(name, value);
          }
        }
      }
    }
    return variables;
  }

  private static ClientConfigProfile load(Map<String, String> variables) {
    String file = variables.get(FILE);
    if (file != null && !Files.isReadable(Path.of(file))) {
      throw new SettingMistake(
          "%s names the file %s, which does not exist or may not be read.".formatted(FILE, file),
          "Correct the path, or remove the variable.");
    }
    try {
      return ClientConfigProfile.load(
          LoadClientConfigProfileOptions.newBuilder()
              .setEnvOverrides(variables)
              .setDisableFile(file == null && !variables.containsKey(PROFILE))
              .build());
    } catch (IOException | IllegalArgumentException unusable) {
      throw new SettingMistake(
          "The profile '%s' of %s cannot be used: %s"
              .formatted(
                  variables.getOrDefault(PROFILE, "default"),
                  file == null ? "temporal.toml" : file,
                  unusable.getMessage()),
          "Correct the file, or the variables %s and %s.".formatted(FILE, PROFILE));
    }
  }

  private static void addTls(DerivedSettings derived, @Nullable ClientConfigTLS tls) {
    if (tls == null) {
      return;
    }
    boolean on = !Boolean.TRUE.equals(tls.isDisabled());
    derived.set(StarterProperties.PREFIX + ".enable-https", on, "TEMPORAL_TLS");
    if (!on) {
      return;
    }
    String pem = "spring.ssl.bundle.pem." + BUNDLE + ".";
    Pem certificate = new Pem(tls.getClientCertPath(), tls.getClientCertData(), "CLIENT_CERT");
    Pem key = new Pem(tls.getClientKeyPath(), tls.getClientKeyData(), "CLIENT_KEY");
    Pem authority = new Pem(tls.getServerCACertPath(), tls.getServerCACertData(), "SERVER_CA_CERT");
    if (certificate.isGiven() != key.isGiven()) {
      throw new SettingMistake(
          "TEMPORAL_TLS_CLIENT_CERT_* and TEMPORAL_TLS_CLIENT_KEY_* are not both set.",
          "A client certificate needs its key: set both, or neither.");
    }
    certificate.addTo(derived, pem + "keystore.certificate");
    key.addTo(derived, pem + "keystore.private-key");
    authority.addTo(derived, pem + "truststore.certificate");
    if (key.isGiven() || authority.isGiven()) {
      derived.set("gateway.temporal.ssl-bundle", BUNDLE, "TEMPORAL_TLS_*");
      derived.name(pem + "keystore", "TEMPORAL_TLS_CLIENT_*");
      derived.name(pem + "truststore", "TEMPORAL_TLS_SERVER_CA_CERT_*");
    }
    derived.set("gateway.temporal.server-name", tls.getServerName(), "TEMPORAL_TLS_SERVER_NAME");
    derived.set(
        StarterProperties.PREFIX + ".mtls.insecure-trust-manager",
        tls.isDisableHostVerification(),
        "TEMPORAL_TLS_DISABLE_HOST_VERIFICATION");
  }

  private static void addMetadata(DerivedSettings derived, @Nullable Metadata metadata) {
    if (metadata != null) {
      for (String name : metadata.keys()) {
        derived.set(
            "gateway.temporal.grpc-meta." + name,
            metadata.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)),
            "TEMPORAL_GRPC_META_*");
      }
    }
  }

  /** Something in PEM form, in a file or written out. */
  private record Pem(@Nullable String path, byte @Nullable [] data, String variable) {

    boolean isGiven() {
      return (path != null && !path.isEmpty()) || (data != null && data.length > 0);
    }

    void addTo(DerivedSettings derived, String setting) {
      String written = "TEMPORAL_TLS_" + variable;
      if (data != null) {
        derived.set(setting, new String(data, StandardCharsets.UTF_8), written + "_DATA");
      }
      derived.setFile(setting, path, written + "_PATH");
    }
  }
}
