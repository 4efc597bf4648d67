package io.github.temporalgateway.history;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.connection.HeldCalls;
import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.CallerWatch;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.problem.GrpcTranslator;
import io.github.temporalgateway.problem.ProblemCode;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Follows one run until it closes. Holds one page of events and, while it waits, a long poll. */
@Component
class RunFollower {

  private static final int PAGE_SIZE = 200;

  /** Temporal ends a poll a second before its deadline: after 15 s the caller hears something. */
  private static final Duration POLL = Duration.ofSeconds(16);

  private static final Duration PAUSE_WHEN_REFUSED = Duration.ofSeconds(1);
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

  private final TemporalConnections connections;
  private final HeldCalls held;

  RunFollower(TemporalConnections connections, HeldCalls held) {
    this.connections = connections;
    this.held = held;
  }

  /**
   * Hands over the events after one.
   *
   * @param sink told to keep alive when there are none for a while
   * @return whether the run has closed; false when the caller left or the gateway shuts down
   */
  boolean follow(
      ExecutionRef run,
      long after,
      Consumer<HistoryEvent> reader,
      HistorySink sink,
      CallerWatch caller) {
    NamespaceConnection connection = connections.namespace(run.namespace());
    ByteString token = ByteString.EMPTY;
    long heard = System.nanoTime();
    while (true) {
      GetWorkflowExecutionHistoryRequest request =
          HistoryMapper.toProto(run, PAGE_SIZE, token).toBuilder().setWaitNewEvent(true).build();
      Optional<GetWorkflowExecutionHistoryResponse> page =
          held.hold(caller, context -> poll(connection, request, context));
      if (page.isEmpty()) {
        return false;
      }
      for (HistoryEvent event : page.get().getHistory().getEventsList()) {
        if (event.getEventId() > after) {
          reader.accept(event);
          heard = System.nanoTime();
        }
      }
      if (page.get().getNextPageToken().isEmpty() && page.get().hasHistory()) {
        return true;
      }
      token = page.get().getNextPageToken().isEmpty() ? token : page.get().getNextPageToken();
      if (System.nanoTime() - heard > LONGEST_SILENCE.toNanos()) {
        sink.keepAlive();
        heard = System.nanoTime();
      }
    }
  }

  /** A page, an empty one without history when the service was away, nothing when it is over. */
  private static Optional<GetWorkflowExecutionHistoryResponse> poll(
      NamespaceConnection connection, GetWorkflowExecutionHistoryRequest request, Context context) {
    try {
      return Optional.of(
          connection
              .longPollStub()
              .withDeadlineAfter(POLL.toMillis(), TimeUnit.MILLISECONDS)
              .getWorkflowExecutionHistory(request));
    } catch (StatusRuntimeException error) {
      return switch (error.getStatus().getCode()) {
        case UNAVAILABLE, RESOURCE_EXHAUSTED, DEADLINE_EXCEEDED ->
            HeldCalls.sleep(context, PAUSE_WHEN_REFUSED)
                ? Optional.of(GetWorkflowExecutionHistoryResponse.getDefaultInstance())
                : Optional.empty();
        case CANCELLED -> Optional.empty();
        default -> throw GrpcTranslator.translate(error, ProblemCode.WORKFLOW_NOT_FOUND);
      };
    }
  }
}
