package io.github.temporalgateway.taskqueue;

import org.jspecify.annotations.Nullable;

/**
 * A Task Queue; one that nobody has used yet looks empty.
 *
 * @param namespace its Namespace
 * @param taskQueue its name
 * @param workflow its Workflow Tasks
 * @param activity its Activity Tasks
 * @param nexus its Nexus Tasks
 * @param versioning which versions of a Worker Deployment get its tasks; absent without versioning
 * @param links where to go on
 */
record TaskQueueDescription(
    String namespace,
    String taskQueue,
    TaskQueueState workflow,
    TaskQueueState activity,
    TaskQueueState nexus,
    @Nullable QueueVersioning versioning,
    TaskQueueLinks links) {}
