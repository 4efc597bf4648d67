package io.github.temporalgateway.waiting;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.MoreExecutors;
import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.grpc.Context;
import io.temporal.api.enums.v1.HistoryEventFilterType;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
import java.util.function.Consumer;

/** Asks Temporal whether runs of one Namespace have closed, on no thread of its own. */
final class ClosePolls {

  private final NamespaceConnection connection;

  ClosePolls(NamespaceConnection connection) {
    this.connection = connection;
  }

  /**
   * Begins a poll.
   *
   * @param then gets the outcome, once, on another thread or at once
   */
  void begin(Poll poll, Consumer<PollOutcome> then) {
    GetWorkflowExecutionHistoryRequest.Builder request = requestFor(poll.run.key.ref());
    boolean held = poll.kind == Poll.Kind.LONG;
    if (held) {
      request.setWaitNewEvent(true).setNextPageToken(poll.token);
    }
    Context before = poll.context.attach();
    try {
      Futures.addCallback(
          connection.historyStub(held).getWorkflowExecutionHistory(request.build()),
          new Callback(connection, then),
          MoreExecutors.directExecutor());
    } finally {
      poll.context.detach(before);
    }
  }

  /** The request for the event that closed a run, which is answered at once. */
  static GetWorkflowExecutionHistoryRequest.Builder requestFor(ExecutionRef run) {
    return GetWorkflowExecutionHistoryRequest.newBuilder()
        .setNamespace(run.namespace().value())
        .setExecution(Executions.toProto(run))
        .setHistoryEventFilterType(HistoryEventFilterType.HISTORY_EVENT_FILTER_TYPE_CLOSE_EVENT);
  }

  private record Callback(NamespaceConnection connection, Consumer<PollOutcome> then)
      implements FutureCallback<GetWorkflowExecutionHistoryResponse> {

    @Override
    public void onSuccess(GetWorkflowExecutionHistoryResponse response) {
      then.accept(PollOutcome.of(response));
    }

    @Override
    public void onFailure(Throwable error) {
      PollOutcome outcome = PollOutcome.of(error);
      if (outcome instanceof PollOutcome.Unreachable) {
        connection.hurry();
      }
      then.accept(outcome);
    }
  }
}
