package io.github.temporalgateway.waiting;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.kernel.Wait;
import io.grpc.Deadline;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Waits for events, and for results of what is no Workflow Execution, within the long polls that
 * the waits of one kind in a Namespace have together. Who gets none looks twice a second, or when
 * it is its turn where that is too much, and takes the first long poll that is free. A long poll
 * that comes back empty while there are no more goes to somebody else.
 */
@Component
public final class ResultPolls {

  private final HeldCalls held;
  private final PollLimits limits;

  ResultPolls(HeldCalls held, PollLimits limits) {
    this.held = held;
    this.limits = limits;
  }

  /**
   * Waits for a result.
   *
   * @param kind what the result is of
   * @return empty when the wait was over first
   * @throws io.github.temporalgateway.problem.TemporalException for what does not pass by itself
   */
  public <R> Optional<R> await(
      NamespaceConnection connection, Wait wait, Awaited kind, PolledResult<R> result) {
    Deadline end = Deadline.after(wait.left().toMillis(), TimeUnit.MILLISECONDS);
    BudgetedPolls polls = forCaller(connection, kind);
    return held.hold(
        wait.caller(),
        context ->
            HeldPolls.until(
                end,
                context,
                connection,
                kind.notFound(),
                HeldPolls.PAUSE,
                () -> polls.ask(result, end)));
  }

  /** The polls of a caller who is held again and again, and takes turns with all others. */
  public BudgetedPolls forCaller(NamespaceConnection connection, Awaited kind) {
    return new BudgetedPolls(limits.of(connection.name(), kind));
  }
}
