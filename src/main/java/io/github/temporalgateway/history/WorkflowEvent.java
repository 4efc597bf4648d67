package io.github.temporalgateway.history;

import io.github.temporalgateway.payload.JsonValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of an Event History.
 *
 * @param id of streams: the run and the number of the event, where a later request can go on
 * @param eventId number of the event in its run, from 1 on
 * @param eventTime when it happened
 * @param eventType its kind, such as {@code WORKFLOW_EXECUTION_STARTED}
 * @param attributes what it says, by its kind, as in Temporal's own API but with payloads as the
 *     JSON that they are
 * @param userMetadata what the Workflow's author says of it: {@code summary} and {@code details}
 */
record WorkflowEvent(
    @Nullable String id,
    long eventId,
    Instant eventTime,
    String eventType,
    JsonValue attributes,
    @Nullable JsonValue userMetadata) {}
