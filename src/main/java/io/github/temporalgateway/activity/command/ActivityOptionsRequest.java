package io.github.temporalgateway.activity.command;

import io.github.temporalgateway.workflow.Priority;
import io.github.temporalgateway.workflow.RetryPolicy;
import jakarta.validation.Valid;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which options to change; what is left out stays as it is.
 *
 * @param taskQueue where its Workers poll
 * @param scheduleToCloseTimeout limit of all attempts together; zero is without limit
 * @param scheduleToStartTimeout longest time in the queue; zero is without limit
 * @param startToCloseTimeout limit of each attempt
 * @param heartbeatTimeout longest time between two heartbeats; zero is without limit
 * @param retryPolicy members of the retry policy; those left out stay as they are
 * @param priority order of its tasks in the queue
 * @param restoreOriginal true takes back all changes; nothing else is set then
 */
public record ActivityOptionsRequest(
    @Nullable String taskQueue,
    @Nullable Duration scheduleToCloseTimeout,
    @Nullable Duration scheduleToStartTimeout,
    @Nullable Duration startToCloseTimeout,
    @Nullable Duration heartbeatTimeout,
    @Valid @Nullable RetryPolicy retryPolicy,
    @Valid @Nullable Priority priority,
    @Nullable Boolean restoreOriginal) {}
