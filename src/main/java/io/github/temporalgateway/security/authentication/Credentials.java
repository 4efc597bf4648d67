package io.github.temporalgateway.security.authentication;

import io.github.temporalgateway.kernel.SecurityMode;
import io.github.temporalgateway.kernel.SecurityModes;
import io.github.temporalgateway.security.InsecureStartException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.DelegatingAuthenticationConverter;

/** The kinds of credentials that are taken. */
public final class Credentials {

  private final List<AuthenticationConverter> converters = new ArrayList<>();
  private final List<AuthenticationProvider> providers = new ArrayList<>();

  private Credentials(Environment environment, InstantSource clock) {
    Binder settings = Binder.get(environment);
    SecurityModes security = SecurityModes.of(environment);
    if (security.has(SecurityMode.JWT)) {
      converters.add(new BearerTokenAuthenticationConverter());
      providers.add(
          Tokens.provider(settings.bindOrCreate("gateway.security.jwt", JwtProperties.class)));
    }
    if (security.has(SecurityMode.API_KEY)) {
      ApiKeys keys =
          new ApiKeys(
              settings.bindOrCreate("gateway.security.api-keys", ApiKeyProperties.class), clock);
      converters.add(keys);
      providers.add(keys);
    }
    if (security.has(SecurityMode.MTLS)) {
      requireClientCertificates(environment);
      ClientCertificates certificates =
          new ClientCertificates(
              settings.bindOrCreate("gateway.security.mtls", MtlsProperties.class).file());
      converters.add(certificates);
      providers.add(certificates);
    }
  }

  /**
   * Reads all settings and files once.
   *
   * @throws InsecureStartException when one of them cannot work
   */
  public static void check(Environment environment) {
    of(environment, InstantSource.system());
  }

  static Credentials of(Environment environment, InstantSource clock) {
    return new Credentials(environment, clock);
  }

  /** The filter that looks for a credential; it does not ask for one. */
  AuthenticationFilter filter() {
    return new AuthenticationFilter(
        new ProviderManager(providers), new DelegatingAuthenticationConverter(converters));
  }

  private static void requireClientCertificates(Environment environment) {
    String asked = environment.getProperty("server.ssl.client-auth", "none");
    if (asked.equalsIgnoreCase("none")) {
      throw new InsecureStartException(
          "gateway.security.mode has mtls, and server.ssl.client-auth asks nobody for a"
              + " certificate.",
          "Set server.ssl.client-auth to need, or to want when other modes are set too, and"
              + " server.ssl.bundle to a bundle with the authorities of the callers.");
    }
  }
}
