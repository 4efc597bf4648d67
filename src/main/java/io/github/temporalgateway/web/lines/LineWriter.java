package io.github.temporalgateway.web.lines;

import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Sends each line as soon as it is there. */
final class LineWriter implements Consumer<Object> {

  private final JsonMapper mapper;
  private final HttpOutputMessage output;
  private @Nullable OutputStream body;

  LineWriter(JsonMapper mapper, HttpOutputMessage output) {
    this.mapper = mapper;
    this.output = output;
  }

  /**
   * Writes a line, on one line: values of Workflows come as they were written, maybe with breaks,
   * which JSON allows only where it also allows spaces.
   */
  @Override
  public void accept(Object value) {
    byte[] line = mapper.writeValueAsBytes(value);
    for (int i = 0; i < line.length; i++) {
      if (line[i] == '\n' || line[i] == '\r') {
        line[i] = ' ';
      }
    }
    send(line, '\n');
  }

  /** Sends the head of the answer at least, when there was no line. */
  void end() {
    if (body == null) {
      send(new byte[0]);
    }
  }

  /** Whether the answer is on its way, so that its status can't change any more. */
  boolean hasBegun() {
    return body != null;
  }

  private void send(byte[] bytes, int... more) {
    try {
      OutputStream stream = begun();
      stream.write(bytes);
      for (int end : more) {
        stream.write(end);
      }
      // Spring keeps the body's own flush from having an effect.
      if (output instanceof Flushable response) {
        response.flush();
      }
    } catch (IOException gone) {
      throw new CallerGoneException(gone);
    }
  }

  private OutputStream begun() throws IOException {
    OutputStream stream = body;
    if (stream == null) {
      output.getHeaders().setContentType(MediaType.APPLICATION_NDJSON);
      stream = output.getBody();
      body = stream;
    }
    return stream;
  }

  /** Ends the making of lines that nobody reads any more. */
  static final class CallerGoneException extends RuntimeException {

    private CallerGoneException(IOException cause) {
      super(cause);
    }
  }
}
