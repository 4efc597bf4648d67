package io.github.temporalgateway.activity.standalone;

import io.github.temporalgateway.payload.JsonValue;
import java.util.List;

/**
 * The stand-alone Activities that have the same values.
 *
 * @param values of the attributes by which the query groups, in their order
 * @param count how many Activities have them
 */
record ActivityCountGroup(List<JsonValue> values, long count) {}
