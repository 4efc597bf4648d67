package io.github.temporalgateway.history;

import io.github.temporalgateway.problem.ProblemReport;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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

/**
 * Writes streams of events on the thread of their request, until they end or the caller is gone.
 */
@Component
final class EventStreamConverter implements HttpMessageConverter<EventStream> {

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
    return type == EventStream.class;
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
  public void write(EventStream stream, @Nullable MediaType ignored, HttpOutputMessage output)
      throws IOException {
    output.getHeaders().setContentType(stream.format().mediaType());
    StreamWriter writer = new StreamWriter(stream.format(), mapper, output.getBody());
    try {
      writer.begin();
      stream.source().sendTo(writer);
    } catch (StreamWriter.CallerLeftException gone) {
      log.debug("{}: the caller has hung up", currentRequest.getRequestURI(), gone);
    } catch (RuntimeException failure) {
      writer.problem(ProblemReport.of(failure, currentRequest));
    }
  }
}
