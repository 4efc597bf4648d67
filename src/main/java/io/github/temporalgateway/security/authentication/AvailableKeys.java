package io.github.temporalgateway.security.authentication;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a key that the issuer does not have from keys that cannot be had. A token with an unknown
 * key makes the source fetch the keys again, which is limited; what is not among keys that were
 * fetched a moment ago is simply unknown, which is the caller's fault.
 */
final class AvailableKeys implements JWKSource<SecurityContext> {

  private final JWKSource<SecurityContext> source;
  private volatile boolean available;

  AvailableKeys(JWKSource<SecurityContext> source) {
    this.source = source;
  }

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    try {
      List<JWK> keys = source.get(selector, context);
      available = true;
      return keys;
    } catch (RateLimitReachedException justFetched) {
      if (available) {
        return List.of();
      }
      throw justFetched;
    } catch (KeySourceException unavailable) {
      available = false;
      throw unavailable;
    }
  }
}
