package io.github.temporalgateway.nexus.operation;

import io.github.temporalgateway.payload.JsonValue;
import java.util.List;

/**
 * The Nexus Operations that have the same values.
 *
 * @param values of the attributes by which the query groups, in their order
 * @param count how many operations have them
 */
record NexusOperationGroup(List<JsonValue> values, long count) {}
