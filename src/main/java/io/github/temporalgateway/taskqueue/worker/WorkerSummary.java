package io.github.temporalgateway.taskqueue.worker;

import io.github.temporalgateway.taskqueue.WorkerVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Worker that sends heartbeats.
 *
 * @param workerInstanceKey its key, another one after each start
 * @param identity who it says it is
 * @param taskQueue which queue it polls
 * @param status {@code RUNNING}, {@code SHUTTING_DOWN} or {@code SHUTDOWN}
 * @param sdkName SDK that it is made with
 * @param sdkVersion version of the SDK
 * @param version its version of a Worker Deployment
 * @param startTime when it was started
 * @param hostName host that it runs on
 * @param processId process that it runs in
 * @param plugins plugins of the SDK that it uses
 * @param link its description
 */
record WorkerSummary(
    String workerInstanceKey,
    String identity,
    String taskQueue,
    @Nullable String status,
    @Nullable String sdkName,
    @Nullable String sdkVersion,
    @Nullable WorkerVersion version,
    @Nullable Instant startTime,
    @Nullable String hostName,
    @Nullable String processId,
    List<WorkerPlugin> plugins,
    String link) {}
