package io.github.temporalgateway.message;

import io.github.temporalgateway.connection.WorkerCalls;
import io.github.temporalgateway.kernel.CallerWatch;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.Nearest;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Asks Workers which messages an execution handles. */
@Service
class Handlers {

  private static final String INTERNAL = "__";

  private final WorkerCalls worker;

  Handlers(WorkerCalls worker) {
    this.worker = worker;
  }

  /**
   * What the execution handles.
   *
   * @throws RefusedException 503 {@code no-worker} when nobody can tell
   */
  WorkflowHandlers of(ExecutionRef ref, CallerWatch caller) {
    return HandlersMapper.toHandlers(
        worker.call(
            ref, WorkflowServiceBlockingStub::queryWorkflow, HandlersMapper.toProto(ref), caller));
  }

  /** Refuses a message that no handler has the name of. */
  void require(ExecutionRef ref, MessageKind kind, String name) {
    unknown(ref, kind, name)
        .ifPresent(unknown -> {
          throw unknown;
        });
  }

  /** Why a Worker refused a message: that it did not know the name, or what it said itself. */
  GatewayException explain(
      GatewayException refusal, ExecutionRef ref, MessageKind kind, String name) {
    try {
      return unknown(ref, kind, name).orElse(refusal);
    } catch (GatewayException _) {
      return refusal;
    }
  }

  private Optional<GatewayException> unknown(ExecutionRef ref, MessageKind kind, String name) {
    List<HandlerDescription> handlers = kind.of(of(ref, CallerWatch.NEVER));
    if (name.startsWith(INTERNAL) || handlers.stream().anyMatch(handler -> handler.handles(name))) {
      return Optional.empty();
    }
    List<String> known =
        handlers.stream()
            .map(HandlerDescription::name)
            .filter(Objects::nonNull)
            .filter(handler -> !handler.startsWith(INTERNAL))
            .sorted()
            .toList();
    String nearest =
        Nearest.to(name, known).map(near -> " Did you mean '" + near + "'?").orElse("");
    return Optional.of(
        RefusedException.unknown(
                ProblemCode.UNKNOWN_HANDLER,
                "The Workflow has no %s '%s'.%s".formatted(kind.word(), name, nearest),
                known)
            .about(ref.workflowId(), ref.runId()));
  }
}
