package io.github.temporalgateway.taskqueue.deployment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Worker Deployment.
 *
 * @param namespace its Namespace
 * @param deploymentName its name
 * @param createTime when it was created
 * @param routing which of its versions get tasks
 * @param routingState whether all Task Queues know the routing: {@code IN_PROGRESS} or {@code
 *     COMPLETED}
 * @param manager who alone may change it; absent when everybody may
 * @param lastModifier who changed it last
 * @param versions its versions
 * @param links where to go on
 */
record DeploymentDescription(
    String namespace,
    String deploymentName,
    @Nullable Instant createTime,
    DeploymentRouting routing,
    @Nullable String routingState,
    @Nullable String manager,
    @Nullable String lastModifier,
    List<VersionSummary> versions,
    DeploymentLinks links) {}
