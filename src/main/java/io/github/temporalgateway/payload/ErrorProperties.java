package io.github.temporalgateway.payload;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What callers get to see of errors.
 *
 * @param includeStackTrace whether failures carry the stack trace of the Worker's code
 */
@ConfigurationProperties("gateway.errors")
record ErrorProperties(@DefaultValue("false") boolean includeStackTrace) {}
