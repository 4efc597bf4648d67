package io.github.temporalgateway.schedule;

import io.github.temporalgateway.connection.SearchAttributeTypes;
import io.github.temporalgateway.kernel.CallerHeaders;
import io.github.temporalgateway.kernel.ExecutionKind;
import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.payload.SearchAttributeMapper;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.security.Permit;
import io.github.temporalgateway.workflow.Workflows;
import io.temporal.api.common.v1.SearchAttributes;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.workflow.v1.NewWorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Prepares those parts of a Schedule for which the Namespace and the settings have to be asked. */
@Component
class ScheduleActions {

  private final Workflows workflows;
  private final SearchAttributeTypes attributeTypes;

  ScheduleActions(Workflows workflows, SearchAttributeTypes attributeTypes) {
    this.workflows = workflows;
    this.attributeTypes = attributeTypes;
  }

  /**
   * The action for Temporal, checked as a start would be.
   *
   * @throws RefusedException also 403 {@code permission-denied} for what its caller may not start
   */
  NewWorkflowExecutionInfo prepare(ScheduleRef ref, ScheduleAction action) {
    try {
      Permit start = Permit.current().doing("startWorkflow");
      StartWorkflowExecutionRequest request =
          workflows
              .prepare(ref.namespace(), action.toStart(ref.scheduleId()), null, CallerHeaders.NONE)
              .request();
      start.requireStart(
          new ExecutionKind(request.getWorkflowType().getName(), request.getTaskQueue().getName()));
      return ActionMapper.toProto(request);
    } catch (RefusedException refused) {
      throw refused.below("/action");
    }
  }

  /** The Search Attributes of the Schedule itself. */
  SearchAttributes attributes(ScheduleRef ref, Map<String, JsonValue> values) {
    Map<String, IndexedValueType> types =
        attributeTypes.of(ref.namespace(), SearchAttributeMapper.untyped(values));
    return SearchAttributeMapper.toProto(values, types);
  }
}
