package io.github.temporalgateway.message;

import java.util.List;

/**
 * The messages that an execution handles, as its Worker tells.
 *
 * @param signals its Signals
 * @param queries its Queries
 * @param updates its Updates
 */
record WorkflowHandlers(
    List<HandlerDescription> signals,
    List<HandlerDescription> queries,
    List<HandlerDescription> updates) {}
