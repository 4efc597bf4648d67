package io.github.temporalgateway.batch;

import io.github.temporalgateway.kernel.Identifiers;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.payload.EnumNames;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.github.temporalgateway.web.Links;
import io.github.temporalgateway.workflow.ExecutionMapper;
import io.temporal.api.batch.v1.BatchOperationInfo;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.BatchOperationState;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.DescribeBatchOperationResponse;
import io.temporal.api.workflowservice.v1.ListBatchOperationsRequest;
import io.temporal.api.workflowservice.v1.ListBatchOperationsResponse;
import io.temporal.api.workflowservice.v1.StartBatchOperationRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where batches meet Temporal's protobuf. */
final class BatchMapper {

  private static final String STATE = "BATCH_OPERATION_STATE_";

  private BatchMapper() {}

  /** The batch for Temporal; refuses one that names both a query and executions, or none. */
  static StartBatchOperationRequest.Builder toProto(
      BatchRef ref, StartBatchRequest body, String identity) {
    List<BatchExecution> executions = body.executions() == null ? List.of() : body.executions();
    String query = body.query();
    if (query != null && query.isBlank()) {
      throw RefusedException.invalid(Violation.at("/query", "The value must not be blank."));
    }
    if ((query != null) == !executions.isEmpty()) {
      String detail = "Name executions either by a query or by a list of them.";
      throw RefusedException.invalid(
          List.of(Violation.at("/query", detail), Violation.at("/executions", detail)));
    }
    StartBatchOperationRequest.Builder request =
        StartBatchOperationRequest.newBuilder()
            .setNamespace(ref.namespace().value())
            .setJobId(ref.jobId())
            .setReason(body.reason())
            .addAllExecutions(toProto(executions));
    if (query != null) {
      request.setVisibilityQuery(query);
    }
    if (body.maxOperationsPerSecond() != null) {
      request.setMaxOperationsPerSecond(body.maxOperationsPerSecond());
    }
    OperationMapper.put(body.operation(), request, identity);
    return request;
  }

  /** A count of what a query finds, and of that only what the operation touches. */
  static CountWorkflowExecutionsRequest toCount(
      NamespaceName namespace, String query, BatchType type) {
    return CountWorkflowExecutionsRequest.newBuilder()
        .setNamespace(namespace.value())
        .setQuery(type.onlyOpen() ? "(" + query + ") AND ExecutionStatus = 'Running'" : query)
        .build();
  }

  static ListBatchOperationsRequest.Builder toList(NamespaceName namespace, int pageSize) {
    return ListBatchOperationsRequest.newBuilder()
        .setNamespace(namespace.value())
        .setPageSize(pageSize);
  }

  static BatchPage toPage(
      NamespaceName namespace, ListBatchOperationsResponse response, Links links) {
    return new BatchPage(
        response.getOperationInfoList().stream()
            .map(info -> toSummary(namespace, info, links))
            .toList(),
        response.getNextPageToken().isEmpty()
            ? null
            : PageRequest.tokenOf(response.getNextPageToken().toByteArray()));
  }

  static BatchDescription toDescription(
      BatchRef ref, DescribeBatchOperationResponse response, Links links) {
    List<BatchExecution> executions =
        response.getExecutionsList().stream()
            .map(execution ->
                new BatchExecution(execution.getBusinessId(), orNull(execution.getRunId())))
            .toList();
    return new BatchDescription(
        ref.namespace().value(),
        ref.jobId(),
        BatchType.nameOf(response.getOperationType()),
        EnumNames.shortName(response.getState(), STATE),
        orNull(response.getReason()),
        orNull(response.getQuery()),
        executions.isEmpty() ? null : executions,
        orNull(BatchMark.without(response.getIdentity())),
        ExecutionMapper.time(response.hasStartTime(), response.getStartTime()),
        ExecutionMapper.time(response.hasCloseTime(), response.getCloseTime()),
        BatchProgress.of(
            response.getTotalOperationCount(),
            response.getCompleteOperationCount(),
            response.getFailureOperationCount(),
            response.getState() == BatchOperationState.BATCH_OPERATION_STATE_COMPLETED),
        BatchLinks.of(ref.jobId(), links));
  }

  private static List<WorkflowExecution> toProto(List<BatchExecution> executions) {
    List<WorkflowExecution> protos = new ArrayList<>();
    for (BatchExecution execution : executions) {
      String pointer = "/executions/" + protos.size();
      WorkflowExecution.Builder proto =
          WorkflowExecution.newBuilder()
              .setWorkflowId(Identifiers.check(pointer + "/workflowId", execution.workflowId()));
      if (execution.runId() != null) {
        proto.setRunId(Identifiers.check(pointer + "/runId", execution.runId()));
      }
      protos.add(proto.build());
    }
    return protos;
  }

  private static BatchSummary toSummary(
      NamespaceName namespace, BatchOperationInfo info, Links links) {
    return new BatchSummary(
        namespace.value(),
        info.getJobId(),
        BatchType.nameOf(info.getOperationType()),
        EnumNames.shortName(info.getState(), STATE),
        ExecutionMapper.time(info.hasStartTime(), info.getStartTime()),
        ExecutionMapper.time(info.hasCloseTime(), info.getCloseTime()),
        BatchLinks.of(info.getJobId(), links));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
