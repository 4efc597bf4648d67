package io.github.temporalgateway.activity;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.GrpcTranslator;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.waiting.HeldCalls;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.workflowservice.v1.PollActivityTaskQueueRequest;
import io.temporal.api.workflowservice.v1.PollActivityTaskQueueResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The poll of one caller. Once Temporal has handed out a task, the attempt counts and nobody else
 * gets it: so the poll ends with its caller, and a task that comes all the same is failed at once,
 * to be tried again, instead of being missed until it times out.
 */
final class TaskPoll {

  private static final Logger log = LoggerFactory.getLogger(TaskPoll.class);

  /** Temporal answers an empty poll so long before its deadline. */
  private static final Duration ANSWERED_BEFORE = Duration.ofSeconds(1);

  /** Temporal refuses a poll with less than 2 s. */
  private static final Duration SHORTEST = Duration.ofMillis(2_300);

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final NamespaceConnection connection;
  private final PollActivityTaskQueueRequest request;
  private final PollTasksRequest wanted;
  private final Context context;
  private final BooleanSupplier serving;
  private final List<PollActivityTaskQueueResponse> tasks = new ArrayList<>();

  /** When the last call began, as {@link System#nanoTime()}. */
  private long sent;

  /**
   * Prepares a poll.
   *
   * @param context is cancelled when the caller is gone, and when the gateway ends
   * @param serving false when the gateway ends
   */
  TaskPoll(
      NamespaceConnection connection,
      PollActivityTaskQueueRequest request,
      PollTasksRequest wanted,
      Context context,
      BooleanSupplier serving) {
    this.connection = connection;
    this.request = request;
    this.wanted = wanted;
    this.context = context;
    this.serving = serving;
  }

  /** Takes the first task within the wait, and what else is there then. */
  List<PollActivityTaskQueueResponse> take(Wait wait) {
    long full = 0;
    boolean asked = false;
    while (tasks.size() < wanted.most() && !context.isCancelled()) {
      boolean late = tasks.isEmpty() ? asked && wait.left().isZero() : System.nanoTime() > full;
      PollActivityTaskQueueResponse task = late ? null : tasks.isEmpty() ? first(wait) : another();
      asked = true;
      if (task == null) {
        break;
      }
      if (tasks.isEmpty()) {
        full = System.nanoTime() + SHORTEST.toNanos();
      }
      if (wanted.takes(task.getActivityType().getName())) {
        tasks.add(task);
      } else {
        giveBack(task, GivenBack.unsupported(wanted));
      }
    }
    if (context.isCancelled() && serving.getAsBoolean()) {
      tasks.forEach(task -> giveBack(task, GivenBack.callerGone()));
      return List.of();
    }
    return tasks;
  }

  /**
   * The next task within the wait. A service that is away for a moment ends no wait; one that is
   * not back after it was tried again for a while does.
   */
  private @Nullable PollActivityTaskQueueResponse first(Wait wait) {
    PollOutage outage = new PollOutage();
    do {
      long began = System.nanoTime();
      try {
        PollActivityTaskQueueResponse answer =
            connection.retrying(() -> poll(wait.left().plus(ANSWERED_BEFORE)));
        if (!answer.getTaskToken().isEmpty()) {
          return answer;
        }
        outage.ended();
      } catch (StatusRuntimeException error) {
        if (context.isCancelled()) {
          return null;
        }
        TemporalException failure = translated(error);
        if (!mayPass(failure)
            || lasts(outage, failure)
            || wait.left().compareTo(ANSWERED_BEFORE) < 0) {
          throw failure;
        }
      }
      if (System.nanoTime() - began < PAUSE.toNanos()) {
        HeldCalls.sleep(context, PAUSE);
      }
    } while (!context.isCancelled() && wait.left().compareTo(ANSWERED_BEFORE) >= 0);
    return null;
  }

  private boolean lasts(PollOutage outage, TemporalException failure) {
    if (failure.code() == ProblemCode.TEMPORAL_UNAVAILABLE) {
      return outage.goesOn(Duration.ofNanos(System.nanoTime() - sent));
    }
    outage.ended();
    return false;
  }

  /** One more task if there is one; those that are there already are not lost for a failure. */
  private @Nullable PollActivityTaskQueueResponse another() {
    try {
      PollActivityTaskQueueResponse answer = poll(SHORTEST);
      return answer.getTaskToken().isEmpty() ? null : answer;
    } catch (StatusRuntimeException error) {
      log.debug("No further task: {}", error.getStatus());
      return null;
    }
  }

  private PollActivityTaskQueueResponse poll(Duration time) {
    Duration deadline = time.compareTo(SHORTEST) > 0 ? time : SHORTEST;
    sent = System.nanoTime();
    return connection
        .longPollStub()
        .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS)
        .pollActivityTaskQueue(request);
  }

  private void giveBack(PollActivityTaskQueueResponse task, Failure reason) {
    context
        .fork()
        .run(() -> {
          try {
            connection.call(
                WorkflowServiceBlockingStub::respondActivityTaskFailed,
                PollMapper.toFailed(request, task, reason),
                ProblemCode.ACTIVITY_NOT_FOUND);
          } catch (GatewayException failed) {
            log.warn("A task could not be given back, it has to time out: {}", failed.detail());
          }
        });
  }

  private static boolean mayPass(TemporalException failure) {
    return switch (failure.code()) {
      case TEMPORAL_UNAVAILABLE, TEMPORAL_TIMEOUT, RESOURCE_EXHAUSTED -> true;
      default -> false;
    };
  }

  private static TemporalException translated(StatusRuntimeException error) {
    return GrpcTranslator.translate(error, ProblemCode.NAMESPACE_NOT_FOUND);
  }
}
