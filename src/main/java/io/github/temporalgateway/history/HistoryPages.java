package io.github.temporalgateway.history;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.TemporalException;
import io.temporal.api.history.v1.History;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryReverseResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import org.springframework.stereotype.Service;

/** Reads histories page by page. */
@Service
class HistoryPages {

  private final TemporalConnections connections;
  private final HistoryMapper mapper;

  HistoryPages(TemporalConnections connections, HistoryMapper mapper) {
    this.connections = connections;
    this.mapper = mapper;
  }

  HistoryPage page(ExecutionRef ref, PageRequest page, boolean reverse, EventFilter filter) {
    ByteString token = ByteString.copyFrom(page.temporalToken());
    try {
      return reverse ? reverse(ref, page, token, filter) : forward(ref, page, token, filter);
    } catch (TemporalException refused) {
      throw !token.isEmpty() && isOfToken(refused.code())
          ? PageRequest.badToken()
          : refused.about(ref.workflowId(), ref.runId());
    }
  }

  private HistoryPage forward(
      ExecutionRef ref, PageRequest page, ByteString token, EventFilter filter) {
    GetWorkflowExecutionHistoryResponse response =
        connection(ref)
            .call(
                WorkflowServiceBlockingStub::getWorkflowExecutionHistory,
                HistoryMapper.toProto(ref, page.size(), token),
                ProblemCode.WORKFLOW_NOT_FOUND);
    return toPage(response.getHistory(), response.getNextPageToken(), filter);
  }

  private HistoryPage reverse(
      ExecutionRef ref, PageRequest page, ByteString token, EventFilter filter) {
    GetWorkflowExecutionHistoryReverseResponse response =
        connection(ref)
            .call(
                WorkflowServiceBlockingStub::getWorkflowExecutionHistoryReverse,
                HistoryMapper.toReverseProto(ref, page.size(), token),
                ProblemCode.WORKFLOW_NOT_FOUND);
    return toPage(response.getHistory(), response.getNextPageToken(), filter);
  }

  private HistoryPage toPage(History history, ByteString next, EventFilter filter) {
    return new HistoryPage(
        history.getEventsList().stream()
            .filter(filter::admits)
            .map(event -> mapper.toItem(event, null))
            .toList(),
        next.isEmpty() ? null : PageRequest.tokenOf(next.toByteArray()));
  }

  private NamespaceConnection connection(ExecutionRef ref) {
    return connections.namespace(ref.namespace());
  }

  /** Temporal has no error of its own for a token that isn't one of its. */
  private static boolean isOfToken(ProblemCode code) {
    return code == ProblemCode.INVALID_ARGUMENT || code == ProblemCode.TEMPORAL_ERROR;
  }
}
