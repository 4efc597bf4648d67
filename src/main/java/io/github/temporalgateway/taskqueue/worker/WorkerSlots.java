package io.github.temporalgateway.taskqueue.worker;

/**
 * How much of one kind of work a Worker can do at a time.
 *
 * @param available free slots
 * @param used slots in use
 * @param supplier what decides on their number, such as {@code Fixed}
 * @param processed tasks since it was started
 * @param failed those of them that failed
 * @param lastProcessed tasks since the heartbeat before
 * @param lastFailed those of them that failed
 */
record WorkerSlots(
    int available,
    int used,
    String supplier,
    int processed,
    int failed,
    int lastProcessed,
    int lastFailed) {}
