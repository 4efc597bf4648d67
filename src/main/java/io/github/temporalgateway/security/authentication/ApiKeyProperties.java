package io.github.temporalgateway.security.authentication;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which keys are taken.
 *
 * @param file YAML file with the callers, the SHA-256 of their keys and their permissions; read
 *     again when it changes
 */
@ConfigurationProperties("gateway.security.api-keys")
record ApiKeyProperties(@Nullable String file) {}
