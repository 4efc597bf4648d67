package io.github.temporalgateway.history;

import io.github.temporalgateway.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Sends each event as soon as it is there, in the form that the caller accepts. */
final class StreamWriter implements HistorySink {

  private final StreamFormat format;
  private final JsonMapper mapper;
  private final OutputStream body;

  StreamWriter(StreamFormat format, JsonMapper mapper, OutputStream body) {
    this.format = format;
    this.mapper = mapper;
    this.body = body;
  }

  /** Sends the head of the answer, so that the caller knows that it is connected. */
  void begin() {
    send(format == StreamFormat.SSE ? "retry: 2000\n\n" : "");
  }

  @Override
  public void event(HistoryItem item) {
    String json = line(item);
    send(
        switch (format) {
          case SSE ->
              "id: " + item.id() + "\nevent: " + item.eventType() + "\ndata: " + json + "\n\n";
          case NDJSON -> json + "\n";
        });
  }

  @Override
  public void keepAlive() {
    send(format == StreamFormat.SSE ? ": keep-alive\n\n" : "\n");
  }

  @Override
  public void cut() {
    send(format == StreamFormat.SSE ? ": shutting down\n\n" : "\n");
  }

  /** Tells why the stream ends too early, when it is too late for another status. */
  void problem(Problem problem) {
    String json = line(problem);
    send(
        switch (format) {
          case SSE -> "event: problem\ndata: " + json + "\n\n";
          case NDJSON -> line(Map.of("problem", problem)) + "\n";
        });
  }

  /** Values of Workflows come as they were written, maybe with breaks, which here end a line. */
  private String line(Object value) {
    return mapper.writeValueAsString(value).replace('\n', ' ').replace('\r', ' ');
  }

  private void send(String text) {
    try {
      body.write(text.getBytes(StandardCharsets.UTF_8));
      body.flush();
    } catch (IOException gone) {
      throw new CallerLeftException(gone);
    }
  }

  /** Ends a stream that nobody reads any more. */
  static final class CallerLeftException extends RuntimeException {

    private CallerLeftException(IOException cause) {
      super(cause);
    }
  }
}
