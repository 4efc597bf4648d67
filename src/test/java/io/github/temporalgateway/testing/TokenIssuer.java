package io.github.temporalgateway.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Issues tokens as an identity provider does, and publishes its keys in a file. */
public final class TokenIssuer {

  /** What its tokens are for. */
  public static final String AUDIENCE = "gateway";

  /** Who it says it is. */
  public static final String NAME = "https://issuer.example";

  private final ECKey key;

  /** An issuer with a key of its own. */
  public TokenIssuer(String keyId) {
    try {
      this.key = new ECKeyGenerator(Curve.P_256).keyID(keyId).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A token with these permissions. */
  public String token(String subject, String... permissions) {
    return token(
        claims -> claims.subject(subject).claim("permissions", Arrays.asList(permissions)));
  }

  /** The header of a request with a token that has these permissions. */
  public String[] bearer(String subject, String... permissions) {
    return new String[] {"Authorization", "Bearer " + token(subject, permissions)};
  }

  /** A token that is good in all that the caller leaves as it is. */
  public String token(UnaryOperator<JWTClaimsSet.Builder> change) {
    JWTClaimsSet claims =
        change
            .apply(
                new JWTClaimsSet.Builder()
                    .issuer(NAME)
                    .audience(AUDIENCE)
                    .subject("someone")
                    .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1)))))
            .build();
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public keys of some issuers as they are published. */
  public static String published(TokenIssuer... issuers) {
    return new JWKSet(
            List.copyOf(Arrays.stream(issuers).map(issuer -> issuer.key.toPublicJWK()).toList()))
        .toString(true);
  }

  /** Writes the public keys of some issuers into a file, in one step. */
  public static Path publish(Path file, TokenIssuer... issuers) {
    try {
      Path half = Files.writeString(file.resolveSibling("half"), published(issuers));
      return Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The settings of a gateway that takes tokens of keys in a file, and further ones. */
  public static String[] settings(Path file, String... further) {
    Stream<String> tokens =
        Stream.of(
            "gateway.security.mode=jwt",
            "gateway.security.jwt.issuer=" + NAME,
            "gateway.security.jwt.audience=" + AUDIENCE,
            "gateway.security.jwt.jwks-file=" + file);
    return Stream.concat(tokens, Stream.of(further)).toArray(String[]::new);
  }

  /** The same with policies, such as {@code policies[0].callers=orders}. */
  public static String[] policies(Path file, String... policies) {
    return settings(
        file,
        Stream.of(policies).map(policy -> "gateway.security." + policy).toArray(String[]::new));
  }
}
