package io.github.temporalgateway.history;

/** Where the events of a stream go; each call throws when the caller is gone. */
interface HistorySink {

  /** Sends an event. */
  void event(HistoryItem item);

  /** Sends something that is no event, when nothing was sent for a while. */
  void keepAlive();

  /** Tells that the stream ends although the execution goes on. */
  void cut();
}
