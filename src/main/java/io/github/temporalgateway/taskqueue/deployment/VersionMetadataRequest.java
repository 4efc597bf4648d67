package io.github.temporalgateway.taskqueue.deployment;

import io.github.temporalgateway.payload.JsonValue;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to note about a version; what is left out stays as it is.
 *
 * @param metadata any JSON by name
 * @param unset names to remove
 */
record VersionMetadataRequest(
    @Nullable Map<String, JsonValue> metadata, @Nullable List<@NotBlank String> unset) {}
