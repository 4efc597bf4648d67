package io.github.temporalgateway.web.body;

import com.google.protobuf.UnsafeByteOperations;
import io.github.temporalgateway.kernel.JsonBody;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a whole body, at most as large as allowed, so that the JSON values in it can be cut out of
 * its bytes instead of being parsed and written again. Writes answers in one piece where they are
 * small.
 */
final class JsonBodyConverter extends JacksonJsonHttpMessageConverter {

  private static final MediaType ENVELOPE = MediaType.parseMediaType(JsonBody.ENVELOPE_TYPE);

  private static final long DRAINED_BODIES = 4;

  private final int maxBytes;
  private final ConcurrentMap<Type, ObjectReader> readers = new ConcurrentHashMap<>();
  private final BodyMemory memory;

  JsonBodyConverter(JsonMapper mapper, BodyProperties properties, BodyMemory memory) {
    super(mapper);
    this.memory = memory;
    this.maxBytes = Math.toIntExact(properties.maxBody().toBytes());
  }

  /** The one that Spring MVC reads and writes with. */
  static JsonBodyConverter of(RequestMappingHandlerAdapter adapter) {
    return adapter.getMessageConverters().stream()
        .filter(JsonBodyConverter.class::isInstance)
        .map(JsonBodyConverter.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Object read(
      ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
      throws IOException {
    MediaType contentType = message.getHeaders().getContentType();
    Charset charset = contentType == null ? null : contentType.getCharset();
    if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
      throw new RefusedException(
          ProblemCode.UNSUPPORTED_MEDIA_TYPE, "JSON is read in UTF-8 only (RFC 8259).");
    }
    long length = message.getHeaders().getContentLength();
    return read(type.getType(), message, length, ENVELOPE.includes(contentType));
  }

  /**
   * Reads a body whose media type is known to be right.
   *
   * @param length of the body; negative when it is not known
   * @param envelopes whether the values in it are payload envelopes
   */
  Object read(Type type, HttpInputMessage message, long length, boolean envelopes)
      throws IOException {
    byte[] body = readBounded(message, length);
    if (!UnsafeByteOperations.unsafeWrap(body).isValidUtf8() || isWide(body)) {
      throw new RefusedException(
          ProblemCode.MALFORMED_REQUEST, "The body is not JSON in valid UTF-8.");
    }
    ObjectReader reader = reader(type).withAttribute(JsonBody.SOURCE, body);
    try {
      Object value =
          (envelopes ? reader.withAttribute(JsonBody.ENVELOPES, true) : reader).readValue(body);
      if (value == null) {
        throw new HttpMessageNotReadableException("null is no body.", message);
      }
      return value;
    } catch (JacksonException unreadable) {
      throw new HttpMessageNotReadableException("JSON", unreadable, message);
    }
  }

  @Override
  protected void writeInternal(
      Object value,
      ResolvableType type,
      HttpOutputMessage message,
      @Nullable Map<String, Object> hints)
      throws IOException {
    SizedAnswer answer = new SizedAnswer(message);
    super.writeInternal(value, type, answer, hints);
    answer.send();
  }

  /** Writes an answer as what it is, without looking for a view, a filter or a wider type. */
  void write(Object value, HttpOutputMessage message) throws IOException {
    SizedAnswer answer = new SizedAnswer(message);
    getMapper().writeValue(answer, value);
    answer.send();
  }

  /** Types are those of handlers, so there are few. */
  private ObjectReader reader(Type type) {
    return readers.computeIfAbsent(
        type, each -> getMapper().readerFor(getMapper().constructType(each)));
  }

  private byte[] readBounded(HttpInputMessage message, long length) throws IOException {
    if (length > maxBytes && message.getHeaders().containsHeader(HttpHeaders.EXPECT)) {
      throw tooLarge();
    }
    InputStream stream = message.getBody();
    byte[] body =
        memory.read(stream, length < 0 || length > maxBytes ? maxBytes + 1 : (int) length);
    if (body.length > maxBytes) {
      drain(stream);
      throw tooLarge();
    }
    return body;
  }

  /** Whether the text is in UTF-16 or UTF-32, which the parser would guess and accept. */
  private static boolean isWide(byte[] body) {
    return body.length > 1 && (body[0] == 0 || body[1] == 0);
  }

  /** Takes in some more of the body: a caller that is still sending does not see the answer. */
  private void drain(InputStream stream) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = DRAINED_BODIES * maxBytes;
    int read = stream.read(buffer);
    while (read > 0 && left > 0) {
      left -= read;
      read = stream.read(buffer);
    }
  }

  private RefusedException tooLarge() {
    return new RefusedException(
        ProblemCode.PAYLOAD_TOO_LARGE, "The body has more than " + maxBytes + " bytes.");
  }
}
