package io.github.temporalgateway.taskqueue.deployment;

import io.github.temporalgateway.payload.JsonValue;
import java.util.Map;

/**
 * What is noted about a version.
 *
 * @param metadata any JSON by name
 */
record VersionMetadata(Map<String, JsonValue> metadata) {}
