package io.github.temporalgateway.namespace;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which Namespace to register.
 *
 * @param namespace its name, one that the gateway serves
 * @param retention how long executions are kept after they have closed, a day at least
 * @param description what it is for
 * @param ownerEmail who answers for it
 * @param data any text by name
 * @param historyArchival whether and where histories go after the retention
 * @param visibilityArchival whether and where what lists show goes after the retention
 * @param global whether it can be in several clusters; stays as it is for ever
 * @param clusters names of the clusters that have it
 * @param activeCluster name of the one where its executions run
 */
record CreateNamespaceRequest(
    @Schema(maxLength = 1000) @NotBlank String namespace,
    @NotNull Duration retention,
    @Nullable String description,
    @Nullable String ownerEmail,
    @Nullable Map<String, @NotNull String> data,
    @Valid @Nullable ArchivalSetting historyArchival,
    @Valid @Nullable ArchivalSetting visibilityArchival,
    @Nullable Boolean global,
    @Nullable List<@NotBlank String> clusters,
    @Nullable String activeCluster) {}
