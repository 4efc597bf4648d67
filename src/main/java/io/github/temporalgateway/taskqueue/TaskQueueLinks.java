package io.github.temporalgateway.taskqueue;

/**
 * Where to go on from a Task Queue; absolute paths, with the name in canonical form.
 *
 * @param self its description
 * @param partitions its partitions
 */
record TaskQueueLinks(String self, String partitions) {}
