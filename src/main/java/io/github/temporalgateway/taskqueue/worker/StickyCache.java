package io.github.temporalgateway.taskqueue.worker;

/**
 * A Worker's cache of executions.
 *
 * @param size executions in it
 * @param hits tasks for which the execution was there
 * @param misses tasks for which its history had to be replayed
 */
record StickyCache(int size, int hits, int misses) {}
