package io.github.temporalgateway.security.authentication;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The keys of an issuer that says by itself where they are (OpenID Connect Discovery 1.0 §4). */
final class DiscoveredKeys implements JWKSetSource<SecurityContext> {

  private static final String DOCUMENT = "/.well-known/openid-configuration";

  private final String issuer;
  private final ResourceRetriever http;

  DiscoveredKeys(String issuer, ResourceRetriever http) {
    this.issuer = issuer;
    this.http = http;
  }

  @Override
  public JWKSet getJWKSet(
      @Nullable JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
      throws KeySourceException {
    try {
      JsonNode document =
          JsonMapper.shared().readTree(fetch(issuer.replaceAll("/$", "") + DOCUMENT));
      if (!document.path("issuer").asString("").equals(issuer)) {
        throw new JWKSetRetrievalException("The issuer describes another one.", null);
      }
      return JWKSet.parse(fetch(document.path("jwks_uri").asString("")));
    } catch (IOException | ParseException | JacksonException | IllegalArgumentException failed) {
      throw new JWKSetRetrievalException("The keys of the issuer cannot be had.", failed);
    }
  }

  private String fetch(String address) throws IOException {
    return http.retrieveResource(URI.create(address).toURL()).getContent();
  }

  @Override
  public void close() {}
}
