package io.github.temporalgateway.waiting;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the gateway learns of results.
 *
 * @param maxLongPolls most long polls, per Namespace, replica and {@link Awaited kind}; a frontend
 *     of Temporal refuses a Namespace's 1,201st of an RPC unless it is configured otherwise
 * @param shortPollsPerSecond most reads for the waits that got no long poll, per Namespace, replica
 *     and kind, and as many for streams of events
 */
@ConfigurationProperties("gateway.waits")
record WaitProperties(
    @DefaultValue("800") int maxLongPolls, @DefaultValue("500") int shortPollsPerSecond) {}
