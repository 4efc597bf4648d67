package io.github.temporalgateway.activity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of work on Activities over HTTP.
 *
 * @param maxPolls most polls for tasks at a time, per Namespace and replica; more are a 503. A
 *     frontend of Temporal refuses a Namespace's 1,201st unless it is configured otherwise
 */
@ConfigurationProperties("gateway.activities")
record ActivityProperties(@DefaultValue("800") int maxPolls) {}
