package io.github.temporalgateway.taskqueue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A Worker that polls a Task Queue.
 *
 * @param identity who it says it is
 * @param lastAccessTime when it last began a poll; a live one comes back within a minute
 * @param ratePerSecond most tasks a second that it takes
 * @param versioningMode {@code VERSIONED}, or {@code UNVERSIONED} for one that names a version but
 *     takes tasks of any; absent when it names none
 * @param version its version of a Worker Deployment
 */
record TaskPoller(
    String identity,
    @Nullable Instant lastAccessTime,
    double ratePerSecond,
    @Nullable String versioningMode,
    @Nullable WorkerVersion version) {}
