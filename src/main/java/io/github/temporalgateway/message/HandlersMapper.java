package io.github.temporalgateway.message;

import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.payload.OperationResult;
import io.temporal.api.query.v1.WorkflowQuery;
import io.temporal.api.workflowservice.v1.QueryWorkflowRequest;
import io.temporal.api.workflowservice.v1.QueryWorkflowResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where handler names meet {@code temporal.api.sdk.v1.WorkflowMetadata}, as SDKs encode it. */
final class HandlersMapper {

  private static final String METADATA_QUERY = "__temporal_workflow_metadata";

  private HandlersMapper() {}

  static QueryWorkflowRequest toProto(ExecutionRef ref) {
    return QueryWorkflowRequest.newBuilder()
        .setNamespace(ref.namespace().value())
        .setExecution(Executions.toProto(ref))
        .setQuery(WorkflowQuery.newBuilder().setQueryType(METADATA_QUERY))
        .build();
  }

  static WorkflowHandlers toHandlers(QueryWorkflowResponse response) {
    String metadata = new OperationResult(response.getQueryResult()).json().toString();
    JsonNode definition = JsonMapper.shared().readTree(metadata).path("definition");
    return new WorkflowHandlers(
        handlers(definition, "signalDefinitions"),
        handlers(definition, "queryDefinitions"),
        handlers(definition, "updateDefinitions"));
  }

  private static List<HandlerDescription> handlers(JsonNode definition, String member) {
    return definition
        .path(member)
        .valueStream()
        .map(handler ->
            new HandlerDescription(
                handler.path("name").stringValue(null),
                handler.path("description").stringValue(null)))
        .toList();
  }
}
