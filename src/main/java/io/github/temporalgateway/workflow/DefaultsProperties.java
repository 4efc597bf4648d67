package io.github.temporalgateway.workflow;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a request may leave out.
 *
 * @param taskQueue Task Queue of starts that name none; empty for none
 */
@ConfigurationProperties("gateway.defaults")
record DefaultsProperties(@DefaultValue("") String taskQueue) {}
