package io.github.temporalgateway.history;

/**
 * A history that is written while it happens.
 *
 * @param format how
 * @param source makes the events and returns when there are no more
 */
record EventStream(StreamFormat format, Source source) {

  /** Where the events come from. */
  interface Source {

    /** Sends all events, on the thread of the request. */
    void sendTo(HistorySink sink);
  }
}
