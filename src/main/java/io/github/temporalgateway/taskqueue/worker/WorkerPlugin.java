package io.github.temporalgateway.taskqueue.worker;

/**
 * A plugin of an SDK.
 *
 * @param name its name
 * @param version its version
 */
record WorkerPlugin(String name, String version) {}
