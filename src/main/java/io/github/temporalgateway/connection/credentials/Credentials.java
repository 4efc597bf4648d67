package io.github.temporalgateway.connection.credentials;

import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;

/** What one connection proves who it is with. */
public final class Credentials {

  private final CredentialSettings settings;
  private final @Nullable ApiKeyFile keyFile;
  private final @Nullable RotatingTls tls;
  private volatile TlsMaterial material;
  private volatile String apiKey;
  private volatile String problem = "";

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
    this.material = settings.tls() ? read(bundles).material() : TlsMaterial.SYSTEM;
    // A certificate that is not valid yet passes at the start: time heals that.
    certificate().ifPresent(own -> new CertificateDates(settings.bundle(), own).mustNotBeOver(now));
    this.tls = settings.tls() ? new RotatingTls(material, settings.insecure()) : null;
  }

  private TlsBundles.Loaded read(TlsBundles bundles) {
    return bundles.read(settings.prefix() + ".ssl-bundle", settings.bundle());
  }

  /** Reads the files again and takes what is new. What cannot be used changes nothing. */
  public Change refresh(TlsBundles bundles, Instant now) {
    List<String> problems = new ArrayList<>();
    boolean newKey = false;
    SslBundle newBundle = null;
    try {
      newKey = refreshKey();
    } catch (SettingMistake mistake) {
      problems.add(mistake.sentence());
    }
    try {
      newBundle = refreshTls(bundles, now);
    } catch (SettingMistake mistake) {
      problems.add(mistake.sentence());
    }
    String before = problem;
    problem = String.join(" ", problems);
    return new Change(newKey, newBundle, problem, before);
  }

  private boolean refreshKey() {
    String now = keyFile == null ? apiKey : keyFile.read();
    boolean changed = !now.equals(apiKey);
    apiKey = now;
    return changed;
  }

  private @Nullable SslBundle refreshTls(TlsBundles bundles, Instant now) {
    if (tls == null || settings.bundle().equals(TlsBundles.SYSTEM)) {
      return null;
    }
    TlsBundles.Loaded loaded = read(bundles);
    if (loaded.material().equals(material)) {
      return null;
    }
    if ((loaded.material().identity() == null) != (material.identity() == null)) {
      throw new SettingMistake(
          "The SSL bundle '%s' had a client certificate before and has none now, or the reverse."
              .formatted(settings.bundle()),
          "Start the gateway anew.");
    }
    TlsMaterial.Identity identity = loaded.material().identity();
    if (identity != null && !identity.equals(material.identity())) {
      mustBeOfUse(identity.certificate(), now);
    }
    tls.use(loaded.material());
    material = loaded.material();
    return loaded.bundle();
  }

  /** One that is not valid yet is of use when the one that it replaces is not valid either. */
  private void mustBeOfUse(X509Certificate replacement, Instant now) {
    CertificateDates dates = new CertificateDates(settings.bundle(), replacement);
    dates.mustNotBeOver(now);
    if (certificate()
        .filter(own -> new CertificateDates(settings.bundle(), own).include(now))
        .isPresent()) {
      dates.mustHaveBegun(now);
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

  /** Time until our own certificate expires; negative when it has. */
  public Duration timeLeft(Instant now) {
    return certificate()
        .map(certificate -> Duration.between(now, certificate.getNotAfter().toInstant()))
        .orElse(Duration.ZERO);
  }

  /** Why what the files hold now is not in use; empty when it is. */
  public String problem() {
    return problem;
  }

  /**
   * What was new in the files.
   *
   * @param apiKey whether the API key was
   * @param bundle the SSL bundle, if it was
   * @param problem why something in them cannot be used, or empty
   * @param problemBefore what that was at the time before
   */
  public record Change(
      boolean apiKey, @Nullable SslBundle bundle, String problem, String problemBefore) {

    /** Whether anything is in use now that was not before. */
    public boolean any() {
      return apiKey || bundle != null;
    }

    /** Whether there is a problem that was not there before. */
    public boolean isNewProblem() {
      return !problem.isEmpty() && !problem.equals(problemBefore);
    }
  }
}
