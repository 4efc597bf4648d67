package io.github.temporalgateway.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of what is held.
 *
 * @param max most requests that wait or stream at a time, in this replica; more are a 503. Keep it
 *     below {@code server.jetty.threads.max}, so that other requests find a thread
 */
@ConfigurationProperties("gateway.waits")
record HeldProperties(@DefaultValue("20000") int max) {}
