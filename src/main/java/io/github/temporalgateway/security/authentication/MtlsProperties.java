package io.github.temporalgateway.security.authentication;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What callers with a client certificate may do.
 *
 * @param file YAML file with the permissions of the names in certificates, of the same form as that
 *     of the API keys; read again when it changes
 */
@ConfigurationProperties("gateway.security.mtls")
record MtlsProperties(@Nullable String file) {}
