package io.github.temporalgateway.history;

import io.github.temporalgateway.problem.Problem;
import java.io.IOException;

/** One way to write a stream of events. Each call but {@link #event} sends what there is. */
interface EventSink {

  /** Begins the body, so that the caller sees its head before the first event. */
  void begin() throws IOException;

  /** An event. */
  void event(WorkflowEvent event) throws IOException;

  /**
   * The end of some events that came together.
   *
   * @param position the last one of them, whether it was written or not
   */
  void endOfBatch(EventPosition position) throws IOException;

  /** A sign of life. */
  void heartbeat() throws IOException;

  /** The gateway ends, and the stream goes on elsewhere. */
  void shuttingDown(Problem problem) throws IOException;

  /** The stream can't go on. */
  void failed(Problem problem) throws IOException;
}
