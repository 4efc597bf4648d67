package io.github.temporalgateway.connection;

import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.Wait;
import io.temporal.api.history.v1.HistoryEvent;
import java.util.Optional;

/** Waits for runs to close. */
public interface ClosedRuns {

  /**
   * The event that closed a run.
   *
   * @param run a run with its Run Id
   * @param wait how long to hold the caller while the run is open; the wait also ends when the
   *     caller hangs up or the gateway shuts down
   * @return empty when the run is still open
   */
  Optional<HistoryEvent> closingEvent(ExecutionRef run, Wait wait);
}
