package io.github.temporalgateway.web.guard;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long callers may take to say what they want.
 *
 * @param headerTimeout how long a request may take from its first byte to the end of its headers;
 *     then the connection is closed
 * @param bodyTimeout how long the gateway reads one body; then the answer is 408
 */
@ConfigurationProperties("gateway.http")
record DeadlineProperties(
    @DefaultValue("10s") Duration headerTimeout, @DefaultValue("30s") Duration bodyTimeout) {}
