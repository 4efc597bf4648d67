package io.github.temporalgateway.taskqueue.worker;

/**
 * How many Workers a query finds.
 *
 * @param count their number
 */
record WorkerCount(long count) {}
