package io.github.temporalgateway.waiting;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the gateway ends.
 *
 * @param shutdownDelay how long after SIGTERM connections are still accepted, for callers on their
 *     way
 */
@ConfigurationProperties("gateway.http")
record ShutdownProperties(@DefaultValue("1s") Duration shutdownDelay) {}
