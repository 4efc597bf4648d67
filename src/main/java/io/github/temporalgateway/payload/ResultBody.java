package io.github.temporalgateway.payload;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.kernel.JsonBody;
import io.github.temporalgateway.kernel.RawBody;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.springframework.http.MediaType;

/**
 * A Workflow's, Query's or Update's result as the whole answer: JSON as it is, bytes as bytes,
 * anything else in its envelope.
 *
 * @param contentType media type of the bytes
 * @param bytes the body, shared with the payload it came in
 */
public record ResultBody(MediaType contentType, ByteString bytes) implements RawBody {

  private static final MediaType ENVELOPE = MediaType.parseMediaType(JsonBody.ENVELOPE_TYPE);

  /**
   * Chooses the representation.
   *
   * @param accept the caller's Accept header, parsed; empty for anything
   */
  public static ResultBody of(Payloads result, List<MediaType> accept) {
    Payload payload = PayloadMapper.single(result);
    if (accept.contains(ENVELOPE)) {
      return new ResultBody(ENVELOPE, envelope(payload));
    }
    if (PayloadMapper.isJson(payload)) {
      return new ResultBody(MediaType.APPLICATION_JSON, payload.getData());
    }
    if (PayloadMapper.isNull(payload)) {
      return new ResultBody(MediaType.APPLICATION_JSON, JsonValue.NULL.text());
    }
    if (PayloadMapper.isBytes(payload) && admits(accept, MediaType.APPLICATION_OCTET_STREAM)) {
      return new ResultBody(MediaType.APPLICATION_OCTET_STREAM, payload.getData());
    }
    return new ResultBody(
        admits(accept, ENVELOPE) ? ENVELOPE : MediaType.APPLICATION_JSON, envelope(payload));
  }

  @Override
  public int size() {
    return bytes.size();
  }

  @Override
  public void writeTo(OutputStream output) throws IOException {
    bytes.writeTo(output);
  }

  private static ByteString envelope(Payload payload) {
    return ByteString.copyFrom(Envelope.of(payload).toJson());
  }

  private static boolean admits(List<MediaType> accept, MediaType type) {
    return accept.isEmpty() || accept.stream().anyMatch(accepted -> accepted.includes(type));
  }
}
