package io.github.temporalgateway.connection.service;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the probes of a cluster are told.
 *
 * @param readiness {@code latched} is ready once every connection has answered, and stays so;
 *     {@code strict} is ready while all of them work; {@code off} is ready always
 */
@ConfigurationProperties("gateway.health")
record HealthProperties(@DefaultValue("latched") ReadinessMode readiness) {}
