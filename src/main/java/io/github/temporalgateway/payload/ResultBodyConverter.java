package io.github.temporalgateway.payload;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/** Writes results without copying them. */
@Component
final class ResultBodyConverter implements HttpMessageConverter<ResultBody> {

  @Override
  public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
    return false;
  }

  @Override
  public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
    return type == ResultBody.class;
  }

  @Override
  public List<MediaType> getSupportedMediaTypes() {
    return List.of(MediaType.ALL);
  }

  @Override
  public ResultBody read(Class<? extends ResultBody> type, HttpInputMessage input) {
    throw new HttpMessageNotReadableException("Results are only written.", input);
  }

  @Override
  public void write(ResultBody body, @Nullable MediaType ignored, HttpOutputMessage output)
      throws IOException {
    output.getHeaders().setContentType(body.contentType());
    output.getHeaders().setContentLength(body.size());
    body.writeTo(output.getBody());
  }
}
