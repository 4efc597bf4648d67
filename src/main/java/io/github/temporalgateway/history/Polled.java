package io.github.temporalgateway.history;

import io.temporal.api.history.v1.HistoryEvent;
import java.util.List;

/** What has come of waiting for events. */
sealed interface Polled {

  /**
   * Some events, or none where Temporal has ended the wait itself.
   *
   * @param more whether the run is still open, or has further events
   */
  record Arrived(List<HistoryEvent> events, boolean more) implements Polled {}

  /** Nothing for a while. */
  record Quiet() implements Polled {}

  /** The caller has hung up. */
  record CallerGone() implements Polled {}

  /** The gateway was told to end. */
  record ShuttingDown() implements Polled {}
}
