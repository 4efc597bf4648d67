package io.github.temporalgateway.visibility;

import io.github.temporalgateway.payload.JsonValue;
import java.util.List;

/**
 * The executions that have the same values.
 *
 * @param values of the attributes by which the query groups, in their order
 * @param count how many executions have them
 */
record WorkflowCountGroup(List<JsonValue> values, long count) {}
