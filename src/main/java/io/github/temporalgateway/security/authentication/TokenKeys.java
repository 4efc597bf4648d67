package io.github.temporalgateway.security.authentication;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import io.github.temporalgateway.security.InsecureStartException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;

/**
 * The keys that tokens are signed with. Those of an address are kept for five minutes, fetched
 * before that when a token has another key, but not twice in 30 seconds, and kept for four hours
 * when the address does not answer.
 */
final class TokenKeys {

  private static final int PATIENCE_MILLIS = 3_000;
  private static final int MOST_BYTES = 1 << 20;
  private static final Duration OUTAGE = Duration.ofHours(4);

  private TokenKeys() {}

  static JWKSource<SecurityContext> of(JwtProperties properties) {
    if (properties.jwksFile() != null) {
      ReloadedFile<JWKSet> file =
          new ReloadedFile<>(
              "gateway.security.jwt.jwks-file", properties.jwksFile(), TokenKeys::parse);
      return (selector, _) -> selector.select(file.get());
    }
    ResourceRetriever http =
        new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES);
    if (properties.jwksUri() != null) {
      return cached(
          JWKSourceBuilder.create(
              url("gateway.security.jwt.jwks-uri", properties.jwksUri()), http));
    }
    if (properties.issuer() == null) {
      throw new InsecureStartException(
          "gateway.security.mode has jwt, and nothing says which keys tokens are signed with.",
          "Set gateway.security.jwt.issuer, jwks-uri or jwks-file.");
    }
    url("gateway.security.jwt.issuer", properties.issuer());
    return cached(JWKSourceBuilder.create(new DiscoveredKeys(properties.issuer(), http)));
  }

  private static JWKSource<SecurityContext> cached(JWKSourceBuilder<SecurityContext> source) {
    return new AvailableKeys(source.retrying(true).outageTolerant(OUTAGE.toMillis()).build());
  }

  private static JWKSet parse(String json) {
    try {
      return JWKSet.parse(json);
    } catch (ParseException wrong) {
      throw new IllegalArgumentException("It is no JSON Web Key Set (RFC 7517).", wrong);
    }
  }

  private static URL url(String setting, String value) {
    try {
      return URI.create(value).toURL();
    } catch (IllegalArgumentException | MalformedURLException wrong) {
      throw new InsecureStartException(
          "%s is %s, which is no address.".formatted(setting, value),
          "Set it to one that begins with https://.");
    }
  }
}
