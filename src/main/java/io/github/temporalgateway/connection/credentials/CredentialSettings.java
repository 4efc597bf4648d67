package io.github.temporalgateway.connection.credentials;

import org.jspecify.annotations.Nullable;

/**
 * Where the credentials of a connection are.
 *
 * @param prefix what the connection's settings begin with
 * @param tls whether the connection is encrypted
 * @param bundle the SSL bundle, when it is encrypted
 * @param insecure whether any certificate of the server is taken
 * @param apiKeyFile file with an API key, if there is one
 */
public record CredentialSettings(
    String prefix, boolean tls, String bundle, boolean insecure, @Nullable String apiKeyFile) {}
