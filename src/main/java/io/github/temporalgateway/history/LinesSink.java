package io.github.temporalgateway.history;

import io.github.temporalgateway.problem.Problem;
import java.io.IOException;
import java.util.Map;

/** One line of JSON for each event, an empty one as a sign of life. */
class LinesSink implements EventSink {

  private final LineOutput out;
  private boolean silent = true;

  LinesSink(LineOutput out) {
    this.out = out;
  }

  @Override
  public void begin() throws IOException {
    out.flush();
  }

  @Override
  public void event(WorkflowEvent event) throws IOException {
    out.json(event);
    out.text("\n");
    silent = false;
  }

  /** Events that nobody wants are a sign of life too. */
  @Override
  public void endOfBatch(EventPosition position) throws IOException {
    if (silent) {
      heartbeat();
    } else {
      out.flush();
      silent = true;
    }
  }

  @Override
  public void heartbeat() throws IOException {
    out.text("\n");
    out.flush();
  }

  @Override
  public void shuttingDown(Problem problem) throws IOException {
    failed(problem);
  }

  @Override
  public void failed(Problem problem) throws IOException {
    out.json(Map.of("problem", problem));
    out.text("\n");
    out.flush();
  }
}
