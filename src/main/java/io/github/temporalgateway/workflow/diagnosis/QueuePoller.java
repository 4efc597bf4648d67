package io.github.temporalgateway.workflow.diagnosis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A Worker that polls a Task Queue.
 *
 * @param identity what it calls itself, usually {@code process@host}
 * @param lastAccessTime when it last asked for a task
 * @param buildId build of its Worker Deployment, or else of the Worker
 */
record QueuePoller(String identity, @Nullable Instant lastAccessTime, @Nullable String buildId) {}
