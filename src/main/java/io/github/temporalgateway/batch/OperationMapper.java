package io.github.temporalgateway.batch;

import com.google.protobuf.Empty;
import io.github.temporalgateway.kernel.CallerHeaders;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.Identifiers;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.payload.PayloadMapper;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.github.temporalgateway.workflow.command.CommandMapper;
import io.github.temporalgateway.workflow.command.OptionsRequest;
import io.github.temporalgateway.workflow.command.ResetPoint;
import io.temporal.api.batch.v1.BatchOperationCancellation;
import io.temporal.api.batch.v1.BatchOperationDeletion;
import io.temporal.api.batch.v1.BatchOperationReset;
import io.temporal.api.batch.v1.BatchOperationSignal;
import io.temporal.api.batch.v1.BatchOperationTermination;
import io.temporal.api.batch.v1.BatchOperationUpdateWorkflowExecutionOptions;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.ResetOptions;
import io.temporal.api.workflowservice.v1.StartBatchOperationRequest;
import io.temporal.api.workflowservice.v1.UpdateWorkflowExecutionOptionsRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where operations of batches meet Temporal's protobuf. */
final class OperationMapper {

  private OperationMapper() {}

  /**
   * Puts the operation into a request.
   *
   * @throws RefusedException 422 with pointers, when members do not go together
   */
  static void put(
      BatchOperation operation, StartBatchOperationRequest.Builder request, String identity) {
    BatchType type = BatchType.of(operation.type());
    check(operation, type);
    try {
      switch (type) {
        case SIGNAL -> request.setSignalOperation(signal(operation, identity));
        case CANCEL ->
            request.setCancellationOperation(
                BatchOperationCancellation.newBuilder().setIdentity(identity));
        case TERMINATE -> request.setTerminationOperation(termination(operation, identity));
        case RESET -> request.setResetOperation(reset(operation, identity));
        case DELETE ->
            request.setDeletionOperation(BatchOperationDeletion.newBuilder().setIdentity(identity));
        case UPDATE_OPTIONS ->
            request.setUpdateWorkflowOptionsOperation(options(operation, identity));
        case UNPAUSE_ACTIVITIES ->
            request.setUnpauseActivitiesOperation(
                ActivityOperationMapper.toUnpause(operation, identity));
        case RESET_ACTIVITIES ->
            request.setResetActivitiesOperation(
                ActivityOperationMapper.toReset(operation, identity));
        case UPDATE_ACTIVITY_OPTIONS ->
            request.setUpdateActivityOptionsOperation(
                ActivityOperationMapper.toUpdate(operation, identity));
      }
    } catch (RefusedException refused) {
      throw refused.below("/operation");
    }
  }

  private static void check(BatchOperation operation, BatchType type) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("name", operation.name());
    members.put("input", operation.input());
    members.put("args", operation.args());
    members.put("headers", operation.headers());
    members.put("details", operation.details());
    members.put("point", operation.point());
    members.put("workflowTaskId", operation.workflowTaskId());
    members.put("buildId", operation.buildId());
    members.put("reapplyExclude", operation.reapplyExclude());
    members.put("versioningOverride", operation.versioningOverride());
    members.put("priority", operation.priority());
    members.put("unset", operation.unset());
    members.put("activityType", operation.activityType());
    members.put("jitter", operation.jitter());
    members.put("keepPaused", operation.keepPaused());
    members.put("restoreOriginalOptions", operation.restoreOriginalOptions());
    members.put("activityOptions", operation.activityOptions());
    List<Violation> violations =
        members.entrySet().stream()
            .filter(member -> member.getValue() != null)
            .filter(member -> !type.members().contains(member.getKey()))
            .map(member ->
                Violation.at(
                    "/operation/" + member.getKey(),
                    "The operation " + operation.type() + " has no such member."))
            .toList();
    if (!violations.isEmpty()) {
      throw RefusedException.invalid(violations);
    }
  }

  private static BatchOperationSignal signal(BatchOperation operation, String identity) {
    return BatchOperationSignal.newBuilder()
        .setSignal(Identifiers.check("/name", operation.name() == null ? "" : operation.name()))
        .setInput(PayloadMapper.toPayloads(operation.input(), operation.args()))
        .setHeader(PayloadMapper.toHeader(operation.headers(), CallerHeaders.NONE))
        .setIdentity(identity)
        .build();
  }

  private static BatchOperationTermination termination(BatchOperation operation, String identity) {
    BatchOperationTermination.Builder termination =
        BatchOperationTermination.newBuilder().setIdentity(identity);
    if (operation.details() != null) {
      termination.setDetails(
          Payloads.newBuilder()
              .addPayloads(PayloadMapper.toPayload(operation.details(), "/details")));
    }
    return termination.build();
  }

  private static BatchOperationReset reset(BatchOperation operation, String identity) {
    ResetOptions.Builder options = ResetOptions.newBuilder();
    if (operation.reapplyExclude() != null) {
      operation
          .reapplyExclude()
          .forEach(event -> options.addResetReapplyExcludeTypes(CommandMapper.toProto(event)));
    }
    if ((operation.point() == null) == (operation.workflowTaskId() == null)) {
      throw RefusedException.invalid(
          Violation.at("/point", "Name either the point or the event (workflowTaskId)."));
    }
    if ((operation.point() == ResetPoint.BUILD_ID) == (operation.buildId() == null)) {
      throw RefusedException.invalid(
          Violation.at("/buildId", "The buildId goes with the point BUILD_ID."));
    }
    switch (operation.point()) {
      case null ->
          options.setWorkflowTaskId(
              operation.workflowTaskId() == null ? 0 : operation.workflowTaskId());
      case FIRST_WORKFLOW_TASK -> options.setFirstWorkflowTask(Empty.getDefaultInstance());
      case LAST_WORKFLOW_TASK -> options.setLastWorkflowTask(Empty.getDefaultInstance());
      case BUILD_ID -> options.setBuildId(operation.buildId() == null ? "" : operation.buildId());
    }
    return BatchOperationReset.newBuilder().setIdentity(identity).setOptions(options).build();
  }

  /** The same options as of one execution, and the same rules. */
  private static BatchOperationUpdateWorkflowExecutionOptions options(
      BatchOperation operation, String identity) {
    UpdateWorkflowExecutionOptionsRequest one =
        CommandMapper.toOptions(
            new ExecutionRef(new NamespaceName(""), "", null),
            new OptionsRequest(
                operation.versioningOverride(), operation.priority(), operation.unset()),
            identity);
    return BatchOperationUpdateWorkflowExecutionOptions.newBuilder()
        .setIdentity(identity)
        .setWorkflowExecutionOptions(one.getWorkflowExecutionOptions())
        .setUpdateMask(one.getUpdateMask())
        .build();
  }
}
