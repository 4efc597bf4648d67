package io.github.temporalgateway.connection.service;

import io.github.temporalgateway.connection.credentials.SettingMistake;

/**
 * Makes an SSL bundle and a server name of the starter's {@code mtls} settings, so that its files
 * are checked at the start and read again when they change. The starter itself reads them once.
 */
final class MtlsSettings {

  private static final String BUNDLE = "temporal-mtls";
  private static final String MTLS = StarterProperties.PREFIX + ".mtls.";

  private MtlsSettings() {}

  static DerivedSettings of(StarterProperties.Mtls mtls) {
    DerivedSettings derived = new DerivedSettings();
    derived.set("gateway.temporal.server-name", mtls.serverName(), MTLS + "server-name");
    if (!mtls.hasKey()) {
      return derived;
    }
    if (mtls.keyFile() == null && mtls.key() == null) {
      throw new SettingMistake(
          MTLS + "cert-chain-file is set, but no " + MTLS + "key-file.",
          "Set " + MTLS + "key-file to the key of that certificate.");
    }
    derived.set("gateway.temporal.ssl-bundle", BUNDLE, MTLS + "key-file");
    if (mtls.certChainFile() == null && mtls.certChain() == null) {
      String jks = "spring.ssl.bundle.jks." + BUNDLE + ".keystore";
      derived.name(jks, MTLS + "key-file");
      derived.set(jks + ".type", "PKCS12", MTLS + "pkcs");
      derived.setFile(jks + ".location", mtls.keyFile(), MTLS + "key-file");
      derived.set(jks + ".password", mtls.keyPassword(), MTLS + "key-password");
      derived.name(jks + ".password", MTLS + "key-password");
    } else {
      String pem = "spring.ssl.bundle.pem." + BUNDLE + ".keystore";
      derived.name(pem, StarterProperties.PREFIX + ".mtls");
      derived.setFile(pem + ".certificate", mtls.certChainFile(), MTLS + "cert-chain-file");
      derived.set(pem + ".certificate", mtls.certChain(), MTLS + "cert-chain");
      derived.setFile(pem + ".private-key", mtls.keyFile(), MTLS + "key-file");
      derived.set(pem + ".private-key", mtls.key(), MTLS + "key");
      derived.set(pem + ".private-key-password", mtls.keyPassword(), MTLS + "key-password");
      derived.name(pem + ".private-key-password", MTLS + "key-password");
    }
    return derived;
  }
}
