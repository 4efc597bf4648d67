package io.github.temporalgateway.taskqueue;

/**
 * A partition of a Task Queue.
 *
 * @param key its name inside Temporal
 * @param ownerHostName which of Temporal's hosts has it
 */
record QueuePartition(String key, String ownerHostName) {}
