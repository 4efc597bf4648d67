package io.github.temporalgateway.web.lines;

import io.github.temporalgateway.problem.ProblemReport;
import io.github.temporalgateway.web.JsonLines;
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

/** Writes streams of JSON lines on the thread of their request, until the caller is gone. */
@Component
final class JsonLinesConverter implements HttpMessageConverter<JsonLines<?>> {

  private static final Logger log = LoggerFactory.getLogger(JsonLinesConverter.class);

  private final JsonMapper mapper;
  private final HttpServletRequest currentRequest;

  JsonLinesConverter(JsonMapper mapper, HttpServletRequest currentRequest) {
    this.mapper = mapper;
    this.currentRequest = currentRequest;
  }

  @Override
  public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
    return false;
  }

  @Override
  public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
    return JsonLines.class.isAssignableFrom(type);
  }

  @Override
  public List<MediaType> getSupportedMediaTypes() {
    return List.of(MediaType.APPLICATION_NDJSON);
  }

  @Override
  public JsonLines<?> read(Class<? extends JsonLines<?>> type, HttpInputMessage input) {
    throw new HttpMessageNotReadableException("Lines are only written.", input);
  }

  @Override
  public void write(JsonLines<?> lines, @Nullable MediaType ignored, HttpOutputMessage output)
      throws IOException {
    LineWriter writer = new LineWriter(mapper, output);
    try {
      writeAll(lines, writer);
    } catch (LineWriter.CallerGoneException gone) {
      log.debug("{}: the caller has hung up", currentRequest.getRequestURI(), gone);
    }
  }

  private void writeAll(JsonLines<?> lines, LineWriter writer) {
    try {
      lines.forEach(writer);
      writer.end();
    } catch (LineWriter.CallerGoneException gone) {
      throw gone;
    } catch (RuntimeException failure) {
      if (!writer.hasBegun()) {
        throw failure;
      }
      writer.accept(new ProblemLine(ProblemReport.of(failure, currentRequest)));
    }
  }
}
