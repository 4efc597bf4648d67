package io.github.temporalgateway.history;

import com.google.protobuf.ByteString;
import io.temporal.api.history.v1.HistoryEvent;
import java.util.List;

/** What has come of waiting for events. */
sealed interface Polled {

  /**
   * Some events, or none where Temporal has ended the wait itself.
   *
   * @param next Temporal's token for what comes after them; empty when the run has closed, or is
   *     paused
   */
  record Arrived(List<HistoryEvent> events, ByteString next) implements Polled {}

  /** A paused run has further events, for which there is no token: read it from the beginning. */
  record MoreEvents() implements Polled {}

  /** Nothing for a while. */
  record Quiet() implements Polled {}

  /** The caller has hung up. */
  record CallerGone() implements Polled {}

  /** The gateway was told to end. */
  record ShuttingDown() implements Polled {}
}
