package io.github.temporalgateway.web;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits and habits of the HTTP side.
 *
 * @param maxWait cap of what {@code Prefer: wait} and {@code ?wait=} may ask for; keep it below the
 *     timeouts of proxies in front
 * @param forwardHeaders request headers that reach the Workflow's own headers, as the tracing
 *     interceptors of Temporal's SDKs read them
 */
@ConfigurationProperties("gateway.http")
record HttpProperties(
    @DefaultValue("50s") Duration maxWait,
    @DefaultValue({"traceparent", "tracestate", "baggage"}) List<String> forwardHeaders) {}
