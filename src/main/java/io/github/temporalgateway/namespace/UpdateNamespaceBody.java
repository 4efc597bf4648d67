package io.github.temporalgateway.namespace;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to change about a Namespace; what is left out stays as it is.
 *
 * @param retention how long executions are kept after they have closed, a day at least
 * @param description what it is for
 * @param ownerEmail who answers for it
 * @param data any text by name, beside what is there under other names
 * @param historyArchival whether and where histories go after the retention
 * @param visibilityArchival whether and where what lists show goes after the retention
 * @param clusters names of all clusters that have it
 * @param activeCluster name of the one where its executions run
 * @param promote true to let it be in several clusters from now on
 */
record UpdateNamespaceBody(
    @Nullable Duration retention,
    @Nullable String description,
    @Nullable String ownerEmail,
    @Nullable Map<String, @NotNull String> data,
    @Valid @Nullable ArchivalSetting historyArchival,
    @Valid @Nullable ArchivalSetting visibilityArchival,
    @Nullable List<@NotBlank String> clusters,
    @Nullable String activeCluster,
    @Nullable Boolean promote) {}
