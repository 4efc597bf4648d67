package io.github.temporalgateway.message;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rules for Signals.
 *
 * @param strict whether a Signal that the Workflow has no handler for is refused, unless the caller
 *     says otherwise with {@code ?strict=}; asks the Worker before each Signal
 */
@ConfigurationProperties("gateway.signals")
record SignalProperties(@DefaultValue("false") boolean strict) {}
