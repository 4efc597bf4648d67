package io.github.temporalgateway.visibility;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.temporalgateway.kernel.ExecutionName;
import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.web.WorkflowLinks;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An execution as the visibility store knows it, some seconds behind the truth at worst.
 *
 * @param namespace its Namespace
 * @param workflowId its Workflow Id
 * @param runId the run
 * @param workflowType its Workflow Type
 * @param taskQueue its Task Queue
 * @param status such as {@code RUNNING}; more may come in later versions of Temporal
 * @param startTime when the run was started
 * @param executionTime when its first Workflow Task was due: later than startTime by a start delay
 * @param closeTime when it closed
 * @param historyLength number of events; known of closed runs only
 * @param memo values by name
 * @param searchAttributes values by name
 * @param parent the execution that started it
 * @param root the first execution of its tree
 * @param links where to go on
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record WorkflowSummary(
    String namespace,
    String workflowId,
    String runId,
    String workflowType,
    @Nullable String taskQueue,
    String status,
    Instant startTime,
    @Nullable Instant executionTime,
    @Nullable Instant closeTime,
    @Nullable Long historyLength,
    @Nullable Map<String, JsonValue> memo,
    @Nullable Map<String, JsonValue> searchAttributes,
    @Nullable ExecutionName parent,
    @Nullable ExecutionName root,
    WorkflowLinks links) {}
