package io.github.temporalgateway.history;

import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.ProblemReport;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes streams of events on the thread of their request, until they or their caller end. */
@Component
class EventStreamConverter implements HttpMessageConverter<EventStream> {

  private static final Logger log = LoggerFactory.getLogger(EventStreamConverter.class);

  private final JsonMapper mapper;
  private final HttpServletRequest currentRequest;

  EventStreamConverter(JsonMapper mapper, HttpServletRequest currentRequest) {
    this.mapper = mapper;
    this.currentRequest = currentRequest;
  }

  @Override
  public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
    return false;
  }

  @Override
  public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
    return EventStream.class.isAssignableFrom(type);
  }

  @Override
  public List<MediaType> getSupportedMediaTypes() {
    return List.of(MediaType.TEXT_EVENT_STREAM, MediaType.APPLICATION_NDJSON);
  }

  @Override
  public EventStream read(Class<? extends EventStream> type, HttpInputMessage input) {
    throw new HttpMessageNotReadableException("Streams are only written.", input);
  }

  @Override
  public void write(EventStream stream, @Nullable MediaType type, HttpOutputMessage output) {
    boolean lines = MediaType.APPLICATION_NDJSON.equalsTypeAndSubtype(type);
    output
        .getHeaders()
        .setContentType(lines ? MediaType.APPLICATION_NDJSON : MediaType.TEXT_EVENT_STREAM);
    try {
      OutputStream body = output.getBody();
      Flushable response = output instanceof Flushable flushable ? flushable : body;
      LineOutput out = new LineOutput(body, response, mapper);
      write(stream, lines ? new LinesSink(out) : new SseSink(out));
    } catch (IOException gone) {
      log.debug("{}: the caller has hung up", currentRequest.getRequestURI(), gone);
    }
  }

  private void write(EventStream stream, EventSink sink) throws IOException {
    try {
      stream.writeTo(sink);
    } catch (GatewayException ended) {
      if (ended.code() == ProblemCode.SHUTTING_DOWN) {
        sink.shuttingDown(ProblemReport.of(ended, currentRequest));
      } else {
        sink.failed(ProblemReport.of(ended, currentRequest));
      }
    } catch (RuntimeException failure) {
      sink.failed(ProblemReport.of(failure, currentRequest));
    }
  }
}
