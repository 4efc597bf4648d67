package io.github.temporalgateway.history;

import io.github.temporalgateway.problem.Problem;
import java.io.IOException;

/** Server-sent events, as browsers' {@code EventSource} reads them. */
class SseSink implements EventSink {

  private static final int RETRY_MILLIS = 2000;

  private final LineOutput out;
  private String lastId = "";

  SseSink(LineOutput out) {
    this.out = out;
  }

  @Override
  public void begin() throws IOException {
    out.text("retry: " + RETRY_MILLIS + "\n\n");
    out.flush();
  }

  @Override
  public void event(WorkflowEvent event) throws IOException {
    lastId = String.valueOf(event.id());
    out.text("id: " + lastId + "\nevent: " + event.eventType() + "\ndata: ");
    out.json(event);
    out.text("\n\n");
  }

  /** A block with nothing but an id dispatches no event, and is where a reconnect goes on. */
  @Override
  public void endOfBatch(EventPosition position) throws IOException {
    if (!position.toString().equals(lastId)) {
      lastId = position.toString();
      out.text("id: " + lastId + "\n\n");
    }
    out.flush();
  }

  @Override
  public void heartbeat() throws IOException {
    out.text(": keep-alive\n\n");
    out.flush();
  }

  @Override
  public void shuttingDown(Problem problem) throws IOException {
    out.text(": shutting down\n\n");
    out.flush();
  }

  @Override
  public void failed(Problem problem) throws IOException {
    out.text("event: problem\ndata: ");
    out.json(problem);
    out.text("\n\n");
    out.flush();
  }
}
