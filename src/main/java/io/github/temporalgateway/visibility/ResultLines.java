package io.github.temporalgateway.visibility;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.kernel.CallerWatch;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.waiting.HeldCalls;
import io.github.temporalgateway.web.JsonLines;
import io.github.temporalgateway.workflow.ExecutionMapper;
import io.github.temporalgateway.workflow.Outcomes;
import io.grpc.Context;
import io.grpc.Deadline;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The results that one query finds. Holds one page of the list and one result at a time, and can be
 * gone through once.
 *
 * <p>The list is a moving thing: a run that closes meanwhile may come twice, and a run that is
 * started meanwhile may be missing.
 */
class ResultLines implements JsonLines<WorkflowResultLine> {

  static final int PAGE_SIZE = 50;

  private static final long PATIENCE_SECONDS = 10;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final NamespaceName namespace;
  private final Pages pages;
  private final Outcomes outcomes;
  private final HeldCalls held;
  private ListWorkflowExecutionsResponse page;

  ResultLines(
      NamespaceName namespace,
      Pages pages,
      ListWorkflowExecutionsResponse first,
      Outcomes outcomes,
      HeldCalls held) {
    this.namespace = namespace;
    this.pages = pages;
    this.page = first;
    this.outcomes = outcomes;
    this.held = held;
  }

  @Override
  public void forEach(Consumer<? super WorkflowResultLine> reader) {
    held.hold(CallerWatch.NEVER, context -> readAll(context, reader));
  }

  private boolean readAll(Context context, Consumer<? super WorkflowResultLine> reader) {
    while (true) {
      for (WorkflowExecutionInfo info : page.getExecutionsList()) {
        reader.accept(patiently(context, () -> lineOf(info)));
      }
      ByteString next = page.getNextPageToken();
      if (next.isEmpty()) {
        return true;
      }
      page = patiently(context, () -> pages.page(next));
    }
  }

  private WorkflowResultLine lineOf(WorkflowExecutionInfo info) {
    if (ExecutionMapper.isOpen(info.getStatus())
        || info.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW) {
      return VisibilityMapper.toLine(info);
    }
    try {
      return VisibilityMapper.toLine(outcomes.ofRun(VisibilityMapper.refOf(namespace, info)));
    } catch (TemporalException gone) {
      if (gone.code() != ProblemCode.WORKFLOW_NOT_FOUND) {
        throw gone;
      }
      return VisibilityMapper.toLine(info);
    }
  }

  /** Calls Temporal, again for a while when it is asked too much: what is read so far counts. */
  private static <T> T patiently(Context context, Supplier<T> call) {
    Deadline end = Deadline.after(PATIENCE_SECONDS, TimeUnit.SECONDS);
    while (!context.isCancelled()) {
      try {
        return call.get();
      } catch (TemporalException refused) {
        if (context.isCancelled()) {
          break;
        }
        if (refused.code() != ProblemCode.RESOURCE_EXHAUSTED || end.isExpired()) {
          throw refused;
        }
      }
      HeldCalls.sleep(context, PAUSE);
    }
    throw new RefusedException(
        ProblemCode.SHUTTING_DOWN, "The gateway has stopped before the last execution.");
  }

  /** Asks Temporal for pages of the list. */
  interface Pages {

    /** The page of a token, the first one for an empty token. */
    ListWorkflowExecutionsResponse page(ByteString token);
  }
}
