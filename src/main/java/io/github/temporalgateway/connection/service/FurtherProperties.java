package io.github.temporalgateway.connection.service;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Connections besides the default one.
 *
 * @param connections each with {@code target}, {@code ssl-bundle}, {@code server-name}, {@code
 *     api-key-file} and {@code namespaces}, by name
 */
@ConfigurationProperties("gateway")
record FurtherProperties(@DefaultValue Map<String, ConnectionProperties> connections) {}
