package io.github.temporalgateway.connection.service;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A further connection.
 *
 * @param target address of the service, as {@code host:port}
 * @param sslBundle name of the {@code spring.ssl.bundle.*} to use, or {@code system}
 * @param serverName name that the server's certificate must have, when it is not the address
 * @param apiKeyFile file that holds the API key and nothing else
 * @param namespaces Namespaces that are reached through it
 */
record ConnectionProperties(
    @DefaultValue("") String target,
    @Nullable String sslBundle,
    @Nullable String serverName,
    @Nullable String apiKeyFile,
    @DefaultValue({}) Set<String> namespaces) {}
