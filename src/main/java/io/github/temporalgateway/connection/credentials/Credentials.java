package io.github.temporalgateway.connection.credentials;

import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one connection proves who it is with. */
public final class Credentials {

  private final CredentialSettings settings;
  private final @Nullable ApiKeyFile keyFile;
  private final @Nullable RotatingTls tls;
  private volatile TlsMaterial material;
  private volatile String apiKey;

  /**
   * Reads the files.
   *
   * @throws SettingMistake when that is bound to fail
   */
  public Credentials(CredentialSettings settings, TlsBundles bundles, Instant now) {
    this.settings = settings;
    String file = settings.apiKeyFile();
    this.keyFile = file == null ? null : new ApiKeyFile(settings.prefix() + ".api-key-file", file);
    this.apiKey = keyFile == null ? "" : keyFile.read();
    this.material =
        settings.tls()
            ? bundles.read(settings.prefix() + ".ssl-bundle", settings.bundle()).material()
            : TlsMaterial.SYSTEM;
    mustNotHaveExpired(material, now);
    this.tls = settings.tls() ? new RotatingTls(material, settings.insecure()) : null;
  }

  private void mustNotHaveExpired(TlsMaterial read, Instant now) {
    TlsMaterial.Identity identity = read.identity();
    if (identity != null) {
      X509Certificate certificate = identity.certificate();
      try {
        certificate.checkValidity(Date.from(now));
      } catch (CertificateExpiredException expired) {
        throw new SettingMistake(
            "The client certificate of the SSL bundle '%s' expired at %s."
                .formatted(settings.bundle(), certificate.getNotAfter().toInstant()),
            "Renew it, and put certificate and key where spring.ssl.bundle.*.%s says."
                .formatted(settings.bundle()),
            expired);
      } catch (CertificateNotYetValidException _) {
        // Time heals it, and health says so meanwhile.
      }
    }
  }

  /** TLS for the channel; empty for plain text. */
  public Optional<SslContext> tls() {
    return Optional.ofNullable(tls).map(RotatingTls::context);
  }

  /** Whether {@link #apiKey} gives a key. */
  public boolean hasApiKeyFile() {
    return keyFile != null;
  }

  /** The API key from the file, as it was read last. */
  public String apiKey() {
    return apiKey;
  }

  /** Our own certificate, when we show one. */
  public Optional<X509Certificate> certificate() {
    return Optional.ofNullable(material.identity()).map(TlsMaterial.Identity::certificate);
  }
}
