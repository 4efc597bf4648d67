package io.github.temporalgateway.activity;

/**
 * What the Activity is to know when it has sent a heartbeat.
 *
 * @param cancelRequested whether it is asked to stop, and then to report so with {@code /cancel}
 * @param paused whether it is paused: it should stop, and fail so that it is tried again later
 * @param reset whether it is to begin anew: it should stop, and fail so that it is tried again
 */
record ActivityHeartbeat(boolean cancelRequested, boolean paused, boolean reset) {}
