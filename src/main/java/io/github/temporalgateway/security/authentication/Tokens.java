package io.github.temporalgateway.security.authentication;

import io.github.temporalgateway.kernel.Caller;
import io.github.temporalgateway.kernel.CallerKind;
import io.github.temporalgateway.security.Access;
import io.github.temporalgateway.security.InsecureStartException;
import io.github.temporalgateway.security.Permissions;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/** Knows callers by signed tokens. */
final class Tokens {

  private final JwtProperties properties;

  private Tokens(JwtProperties properties) {
    this.properties = properties;
  }

  static AuthenticationProvider provider(JwtProperties properties) {
    if (properties.audience().isEmpty()) {
      throw new InsecureStartException(
          "gateway.security.mode has jwt, and gateway.security.jwt.audience is not set: tokens that"
              + " were issued for other services would be taken.",
          "Set it to what the issuer writes into aud for this gateway.");
    }
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSource(TokenKeys.of(properties))
            .jwsAlgorithms(taken -> taken.addAll(Arrays.asList(SignatureAlgorithm.values())))
            .build();
    decoder.setJwtValidator(validator(properties));
    JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
    provider.setJwtAuthenticationConverter(new Tokens(properties)::caller);
    return provider;
  }

  private static OAuth2TokenValidator<Jwt> validator(JwtProperties properties) {
    JwtTimestampValidator times = new JwtTimestampValidator();
    times.setAllowEmptyExpiryClaim(false);
    // RFC 9068 names access tokens at+jwt; an id token is a JWT too, and its audience another.
    JwtTypeValidator types = new JwtTypeValidator("JWT", "at+jwt", "application/at+jwt");
    types.setAllowEmpty(true);
    JwtClaimValidator<Collection<String>> audience =
        new JwtClaimValidator<>(
            JwtClaimNames.AUD,
            named -> named != null && !Collections.disjoint(named, properties.audience()));
    return properties.issuer() == null
        ? new DelegatingOAuth2TokenValidator<>(times, types, audience)
        : new DelegatingOAuth2TokenValidator<>(
            times, types, audience, new JwtIssuerValidator(properties.issuer()));
  }

  private CheckedCaller caller(Jwt token) {
    if (!(token.getClaims().get(JwtClaimNames.SUB) instanceof String subject)
        || subject.isBlank()) {
      throw new BadCredentialsException("The token names no subject.");
    }
    Object granted = token.getClaims().get(properties.permissionsClaim());
    return new CheckedCaller(
        new Access(
            new Caller(subject, CallerKind.JWT),
            Permissions.of(granted instanceof Collection<?> some ? some : List.of())));
  }
}
