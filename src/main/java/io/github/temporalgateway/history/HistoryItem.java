package io.github.temporalgateway.history;

import io.github.temporalgateway.payload.JsonValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of a history.
 *
 * @param id where a stream can be resumed, {@code <runId>/<eventId>}; in streams only
 * @param eventId its number in the run, from 1
 * @param eventTime when it happened
 * @param eventType such as {@code WORKFLOW_EXECUTION_STARTED}
 * @param attributes what it says, with payloads as their own JSON
 */
record HistoryItem(
    @Nullable String id, long eventId, Instant eventTime, String eventType, JsonValue attributes) {}
