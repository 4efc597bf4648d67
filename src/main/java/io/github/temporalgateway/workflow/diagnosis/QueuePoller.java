package io.github.temporalgateway.workflow.diagnosis;

import java.time.Instant;

/**
 * A Worker that polls a Task Queue.
 *
 * @param identity what it calls itself
 * @param lastAccessTime when it last asked for a task
 */
record QueuePoller(String identity, Instant lastAccessTime) {}
