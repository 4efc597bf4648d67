package io.github.temporalgateway.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What callers may do, within their permissions.
 *
 * @param policies each with {@code callers}, {@code namespaces}, {@code operations}, {@code
 *     workflow-types}, {@code task-queues} and {@code names}; as soon as there is one, nothing is
 *     allowed but what one of them allows
 */
@ConfigurationProperties("gateway.security")
record PolicySettings(@DefaultValue({}) List<Policy> policies) {}
