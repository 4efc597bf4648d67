package io.github.temporalgateway.batch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A batch as a list knows it.
 *
 * @param namespace its Namespace
 * @param jobId its id
 * @param type what it does, such as {@code terminate}
 * @param state {@code RUNNING}, {@code COMPLETED} or {@code FAILED}
 * @param startTime when it was started
 * @param closeTime when it ended
 * @param links where to go on
 */
record BatchSummary(
    String namespace,
    String jobId,
    @Nullable String type,
    @Nullable String state,
    @Nullable Instant startTime,
    @Nullable Instant closeTime,
    BatchLinks links) {}
