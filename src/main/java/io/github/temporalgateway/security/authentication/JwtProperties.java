package io.github.temporalgateway.security.authentication;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which tokens are taken.
 *
 * @param issuer what {@code iss} has to be; where the keys are is asked there, unless one of the
 *     next two says it
 * @param jwksUri address of the keys
 * @param jwksFile file with the keys, read again when it changes
 * @param audience what {@code aud} has to name one of
 * @param permissionsClaim claim with the permissions, an array of {@code <namespace>:<right>}
 */
@ConfigurationProperties("gateway.security.jwt")
record JwtProperties(
    @Nullable String issuer,
    @Nullable String jwksUri,
    @Nullable String jwksFile,
    @DefaultValue({}) Set<String> audience,
    @DefaultValue("permissions") String permissionsClaim) {}
