package io.github.temporalgateway.history;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.CallerWatch;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.waiting.Awaited;
import io.github.temporalgateway.waiting.HeldCalls;
import io.github.temporalgateway.waiting.ResultPolls;
import org.springframework.stereotype.Component;

/** Opens feeds of events. */
@Component
class EventFeeds {

  private final TemporalConnections connections;
  private final ResultPolls polls;
  private final HeldCalls held;
  private final WrittenEvents written;

  EventFeeds(
      TemporalConnections connections, ResultPolls polls, HeldCalls held, WrittenEvents written) {
    this.connections = connections;
    this.polls = polls;
    this.held = held;
    this.written = written;
  }

  /**
   * A feed for one caller.
   *
   * @param newest number of an event that the run has; each has a first one
   */
  EventFeed of(ExecutionRef run, long newest, CallerWatch caller) {
    NamespaceConnection connection = connections.namespace(run.namespace());
    return new EventFeed(
        run, newest, connection, polls.forCaller(connection, Awaited.RUN), caller, held, written);
  }
}
