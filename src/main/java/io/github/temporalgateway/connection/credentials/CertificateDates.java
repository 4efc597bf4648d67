package io.github.temporalgateway.connection.credentials;

import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * When a client certificate is valid.
 *
 * @param bundle the SSL bundle that it belongs to
 */
record CertificateDates(String bundle, X509Certificate certificate) {

  boolean include(Instant now) {
    return !begin().isAfter(now) && !end().isBefore(now);
  }

  void mustNotBeOver(Instant now) {
    if (end().isBefore(now)) {
      throw new SettingMistake(
          "The client certificate of the SSL bundle '%s' expired at %s.".formatted(bundle, end()),
          "Renew it, and put certificate and key where spring.ssl.bundle.*.%s says."
              .formatted(bundle));
    }
  }

  void mustHaveBegun(Instant now) {
    if (begin().isAfter(now)) {
      throw new SettingMistake(
          "The client certificate of the SSL bundle '%s' is not valid before %s."
              .formatted(bundle, begin()),
          "Wait until then, or correct the clock of this machine.");
    }
  }

  private Instant begin() {
    return certificate.getNotBefore().toInstant();
  }

  private Instant end() {
    return certificate.getNotAfter().toInstant();
  }
}
