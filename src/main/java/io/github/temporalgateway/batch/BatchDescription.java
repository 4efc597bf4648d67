package io.github.temporalgateway.batch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch and how far it is.
 *
 * @param namespace its Namespace
 * @param jobId its id
 * @param type what it does, such as {@code terminate}
 * @param state {@code RUNNING}, {@code COMPLETED} or {@code FAILED}, the last also when it was
 *     stopped
 * @param reason in words
 * @param query the query that finds its executions
 * @param executions the executions of its list
 * @param identity who started it
 * @param startTime when it was started
 * @param closeTime when it ended
 * @param progress how far it is
 * @param links where to go on
 */
record BatchDescription(
    String namespace,
    String jobId,
    @Nullable String type,
    @Nullable String state,
    @Nullable String reason,
    @Nullable String query,
    @Nullable List<BatchExecution> executions,
    @Nullable String identity,
    @Nullable Instant startTime,
    @Nullable Instant closeTime,
    BatchProgress progress,
    BatchLinks links) {}
