package io.github.temporalgateway.history;

import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Writes text, and JSON on one line, until it is sent. */
class LineOutput {

  private final OutputStream body;
  private final Flushable response;
  private final JsonMapper mapper;

  /**
   * Writes to a body.
   *
   * @param response what really sends the body: Spring gives out a stream that does not flush
   */
  LineOutput(OutputStream body, Flushable response, JsonMapper mapper) {
    this.body = body;
    this.response = response;
    this.mapper = mapper;
  }

  void text(String text) throws IOException {
    body.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes a value on one line: payloads come as they were written, maybe with breaks, which JSON
   * allows only where it also allows spaces.
   */
  void json(Object value) throws IOException {
    byte[] line = mapper.writeValueAsBytes(value);
    for (int i = 0; i < line.length; i++) {
      if (line[i] == '\n' || line[i] == '\r') {
        line[i] = ' ';
      }
    }
    body.write(line);
  }

  void flush() throws IOException {
    response.flush();
  }
}
