package io.github.temporalgateway.nexus;

import io.github.temporalgateway.payload.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What a Nexus Endpoint is to be.
 *
 * @param name name by which Workflows call it: letters, digits and hyphens
 * @param description any JSON that describes it
 * @param target where calls go
 */
record NexusEndpointRequest(
    @Schema(maxLength = 200) @NotBlank String name,
    @Nullable JsonValue description,
    @NotNull @Valid NexusTarget target) {}
