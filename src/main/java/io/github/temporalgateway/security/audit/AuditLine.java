package io.github.temporalgateway.security.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a call that changes something, or would have.
 *
 * @param time when the answer was complete
 * @param caller who called
 * @param callerKind how the caller proved to be that one
 * @param operation what was to be done, by operationId; null when nobody knows
 * @param path where to, when the operation is not known
 * @param namespace where it was to be done
 * @param target what it was to be done to: the names in the path, or of the answer
 * @param decision {@code allowed} or {@code denied}
 * @param status status of the answer
 * @param problem code of the problem that was answered
 * @param remoteAddress where the connection comes from
 * @param traceId under which the logs know the request
 * @param durationMillis how long it took
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record AuditLine(
    Instant time,
    String caller,
    String callerKind,
    @Nullable String operation,
    @Nullable String path,
    @Nullable String namespace,
    Map<String, String> target,
    String decision,
    int status,
    @Nullable String problem,
    String remoteAddress,
    String traceId,
    long durationMillis) {}
