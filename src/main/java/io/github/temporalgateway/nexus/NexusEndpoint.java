package io.github.temporalgateway.nexus;

import io.github.temporalgateway.payload.JsonValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A Nexus Endpoint.
 *
 * @param endpointId its id
 * @param name name by which Workflows call it
 * @param description any JSON that describes it
 * @param target where calls go
 * @param version counts its changes
 * @param createTime when it was created
 * @param updateTime when it was last changed
 * @param urlPrefix where it is in Temporal's own HTTP API
 * @param link its description
 */
record NexusEndpoint(
    String endpointId,
    String name,
    @Nullable JsonValue description,
    NexusTarget target,
    long version,
    @Nullable Instant createTime,
    @Nullable Instant updateTime,
    @Nullable String urlPrefix,
    String link) {}
