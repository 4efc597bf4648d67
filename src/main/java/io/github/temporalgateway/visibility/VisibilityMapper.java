package io.github.temporalgateway.visibility;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.payload.Failure;
import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.payload.PayloadMapper;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.payload.SearchAttributeMapper;
import io.github.temporalgateway.web.Links;
import io.github.temporalgateway.web.WorkflowLinks;
import io.github.temporalgateway.workflow.Ending;
import io.github.temporalgateway.workflow.ExecutionMapper;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsResponse;
import io.temporal.api.workflowservice.v1.ListArchivedWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListArchivedWorkflowExecutionsResponse;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where lists, counts and result lines meet Temporal's protobuf. */
final class VisibilityMapper {

  private VisibilityMapper() {}

  static ListWorkflowExecutionsRequest toList(
      NamespaceName namespace, String query, int size, ByteString token) {
    return ListWorkflowExecutionsRequest.newBuilder()
        .setNamespace(namespace.value())
        .setQuery(query)
        .setPageSize(size)
        .setNextPageToken(token)
        .build();
  }

  static ListArchivedWorkflowExecutionsRequest toListArchived(
      NamespaceName namespace, String query, int size) {
    return ListArchivedWorkflowExecutionsRequest.newBuilder()
        .setNamespace(namespace.value())
        .setQuery(query)
        .setPageSize(size)
        .build();
  }

  static CountWorkflowExecutionsRequest toCount(NamespaceName namespace, String query) {
    return CountWorkflowExecutionsRequest.newBuilder()
        .setNamespace(namespace.value())
        .setQuery(query)
        .build();
  }

  static WorkflowPage toPage(
      NamespaceName namespace, ListWorkflowExecutionsResponse response, Links links) {
    return page(namespace, response.getExecutionsList(), response.getNextPageToken(), links);
  }

  static WorkflowPage toArchivedPage(
      NamespaceName namespace, ListArchivedWorkflowExecutionsResponse response, Links links) {
    return page(namespace, response.getExecutionsList(), response.getNextPageToken(), links);
  }

  private static WorkflowPage page(
      NamespaceName namespace,
      List<WorkflowExecutionInfo> executions,
      ByteString next,
      Links links) {
    return new WorkflowPage(
        executions.stream().map(info -> toSummary(refOf(namespace, info), info, links)).toList(),
        next.isEmpty() ? null : PageRequest.tokenOf(next.toByteArray()));
  }

  static ExecutionRef refOf(NamespaceName namespace, WorkflowExecutionInfo info) {
    return new ExecutionRef(
        namespace, info.getExecution().getWorkflowId(), info.getExecution().getRunId());
  }

  private static WorkflowSummary toSummary(
      ExecutionRef run, WorkflowExecutionInfo info, Links links) {
    return new WorkflowSummary(
        run.namespace().value(),
        run.workflowId(),
        run.runIdOrEmpty(),
        info.getType().getName(),
        info.getTaskQueue(),
        ExecutionMapper.statusOf(info.getStatus()),
        ProtoTimes.toInstant(info.getStartTime()),
        ExecutionMapper.time(info.hasExecutionTime(), info.getExecutionTime()),
        ExecutionMapper.time(info.hasCloseTime(), info.getCloseTime()),
        info.getHistoryLength() == 0 ? null : info.getHistoryLength(),
        ExecutionMapper.memo(info.getMemo()),
        SearchAttributeMapper.toJson(info.getSearchAttributes()),
        info.hasParentExecution() ? ExecutionMapper.name(info.getParentExecution()) : null,
        info.hasRootExecution() ? ExecutionMapper.name(info.getRootExecution()) : null,
        WorkflowLinks.of(run, links));
  }

  static WorkflowCount toCount(CountWorkflowExecutionsResponse response) {
    return new WorkflowCount(
        response.getCount(),
        response.getGroupsCount() == 0
            ? null
            : response.getGroupsList().stream()
                .map(group ->
                    new WorkflowCountGroup(
                        group.getGroupValuesList().stream().map(PayloadMapper::toJson).toList(),
                        group.getCount()))
                .toList());
  }

  /** All that is to be said of an execution of which only its summary is known. */
  static WorkflowResultLine toLine(WorkflowExecutionInfo info) {
    return new WorkflowResultLine(
        info.getExecution().getWorkflowId(),
        info.getExecution().getRunId(),
        ExecutionMapper.statusOf(info.getStatus()),
        null,
        null);
  }

  static WorkflowResultLine toLine(Ending ending) {
    return switch (ending) {
      case Ending.Completed completed -> line(ending, completed.result().json(), null);
      case Ending.Unsuccessful unsuccessful -> line(ending, null, unsuccessful.failure());
      case Ending.Open _, Ending.Continued _ -> line(ending, null, null);
    };
  }

  private static WorkflowResultLine line(
      Ending ending, @Nullable JsonValue result, @Nullable Failure failure) {
    return new WorkflowResultLine(
        ending.run().workflowId(), ending.run().runIdOrEmpty(), ending.status(), result, failure);
  }
}
