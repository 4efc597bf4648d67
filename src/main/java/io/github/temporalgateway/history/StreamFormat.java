package io.github.temporalgateway.history;

import java.util.List;
import org.springframework.http.MediaType;

/** The forms that a stream can have. */
enum StreamFormat {
  /** Server-Sent Events (HTML Living Standard §9.2). */
  SSE(MediaType.TEXT_EVENT_STREAM),
  /** One JSON object a line; an empty line keeps the connection alive. */
  NDJSON(MediaType.APPLICATION_NDJSON);

  private final MediaType mediaType;

  StreamFormat(MediaType mediaType) {
    this.mediaType = mediaType;
  }

  MediaType mediaType() {
    return mediaType;
  }

  /** What the caller accepts; Server-Sent Events when it does not mind. */
  static StreamFormat of(List<MediaType> accept) {
    boolean sse =
        accept.isEmpty() || accept.stream().anyMatch(type -> type.includes(SSE.mediaType));
    return sse ? SSE : NDJSON;
  }
}
