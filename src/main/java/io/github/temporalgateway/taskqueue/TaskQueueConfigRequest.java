package io.github.temporalgateway.taskqueue;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which limits of a Task Queue to change; what is left out stays as it is.
 *
 * @param kind which of its tasks are meant; Workflow Tasks take no rate limits
 * @param queueRateLimit most tasks a second of the whole queue; 0 stops it
 * @param fairnessKeyRateLimit most tasks a second of a fairness key of weight 1
 * @param fairnessWeights weights of fairness keys, instead of those that the tasks bring
 * @param unset limits to take back
 * @param unsetFairnessWeights fairness keys whose weights are to be taken back
 * @param reason why, kept with the limits
 */
record TaskQueueConfigRequest(
    @NotNull TaskKind kind,
    @PositiveOrZero @Nullable Float queueRateLimit,
    @PositiveOrZero @Nullable Float fairnessKeyRateLimit,
    @Nullable Map<String, @NotNull @PositiveOrZero Float> fairnessWeights,
    @Nullable Set<@NotNull QueueSetting> unset,
    @Nullable List<@NotBlank String> unsetFairnessWeights,
    @Schema(maxLength = 1000) @Nullable String reason) {}
