package io.github.temporalgateway.payload;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.kernel.CallerHeaders;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.temporal.api.common.v1.Header;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where JSON values meet Temporal's payloads. */
public final class PayloadMapper {

  private static final String TRACER_DATA = "_tracer-data";
  private static final Payload NULL =
      Payload.newBuilder().putMetadata(Encodings.KEY, Encodings.NULL).build();

  private PayloadMapper() {}

  /**
   * One value as a {@code json/plain} payload of the same bytes, or what its envelope says.
   *
   * @param pointer where the value is in the body, for the error
   * @throws RefusedException 422 when it is an envelope with something wrong in it
   */
  public static Payload toPayload(JsonValue value, String pointer) {
    if (value.envelope()) {
      return Envelope.read(value.text(), pointer);
    }
    if (Envelope.isMarked(value.text())) {
      return Envelope.readMarked(value.text(), pointer);
    }
    if (value.isNull()) {
      return NULL;
    }
    return json(value.text());
  }

  /**
   * The arguments of a Workflow, Signal, Query or Update.
   *
   * @param input one argument, possibly JSON null; null when the caller sent none
   * @param args any number of arguments; null when the caller sent none
   * @throws RefusedException 422 when both are there
   */
  public static Payloads toPayloads(@Nullable JsonValue input, @Nullable List<JsonValue> args) {
    if (input != null && args != null) {
      throw RefusedException.invalid(
          List.of(
              Violation.at("/input", "Send either input (one argument) or args, not both."),
              Violation.at("/args", "Send either input (one argument) or args, not both.")));
    }
    Payloads.Builder payloads = Payloads.newBuilder();
    if (input != null) {
      payloads.addPayloads(toPayload(input, "/input"));
    }
    if (args != null) {
      for (int i = 0; i < args.size(); i++) {
        payloads.addPayloads(toPayload(args.get(i), "/args/" + i));
      }
    }
    return payloads.build();
  }

  /**
   * Header fields of a Workflow or a message.
   *
   * @param fields the caller's own; null for none
   * @param caller headers of its request, which go where the tracing interceptors of Temporal's
   *     SDKs look for them: one field {@code _tracer-data} with an object of strings
   */
  public static Header toHeader(@Nullable Map<String, JsonValue> fields, CallerHeaders caller) {
    Header.Builder header = Header.newBuilder();
    if (!caller.fields().isEmpty()) {
      header.putFields(
          TRACER_DATA, json(ByteString.copyFromUtf8(JsonText.object(caller.fields()))));
    }
    if (fields != null) {
      fields.forEach((name, value) ->
          header.putFields(name, toPayload(value, Violation.pointer("/headers", name))));
    }
    return header.build();
  }

  /** A text as a {@code json/plain} payload, as Temporal wants its user metadata. */
  public static Payload ofText(String text) {
    return json(ByteString.copyFromUtf8(JsonText.quote(text)));
  }

  /** The text of a payload that {@link #ofText} could have made; of any other one its JSON. */
  public static String toText(Payload payload) {
    JsonValue value = toJson(payload);
    JsonNode node = JsonMapper.shared().readTree(value.text().toByteArray());
    return node.isString() ? node.stringValue() : value.toString();
  }

  /** A payload inside a JSON document: its own JSON where it has one, else its envelope. */
  public static JsonValue toJson(Payload payload) {
    if (isJson(payload)) {
      return new JsonValue(payload.getData(), false);
    }
    if (isNull(payload)) {
      return JsonValue.NULL;
    }
    return new JsonValue(ByteString.copyFrom(Envelope.of(payload).toJson()), false);
  }

  /**
   * A payload as a value that {@link #toPayload} reads as the very same one, for documents that
   * callers send back: marked as an envelope wherever its plain JSON would lose something.
   */
  public static JsonValue toSendable(Payload payload) {
    JsonValue shown = toJson(payload);
    if (isNull(payload) ? payload.equals(NULL) : payload.equals(json(shown.text()))) {
      return Envelope.isMarked(shown.text()) ? marked(payload) : shown;
    }
    return marked(payload);
  }

  /** Each payload of a list, in its order. */
  public static List<JsonValue> toJson(Payloads payloads) {
    return payloads.getPayloadsList().stream().map(PayloadMapper::toJson).toList();
  }

  /** The one payload that an operation returned; Temporal's null when it returned nothing. */
  static Payload single(Payloads result) {
    return result.getPayloadsCount() == 0 ? NULL : result.getPayloads(0);
  }

  /** Whether a value is a payload with its metadata instead of the data itself. */
  static boolean isEnvelope(JsonValue value) {
    return value.envelope() || Envelope.isMarked(value.text());
  }

  static boolean isJson(Payload payload) {
    ByteString encoding = payload.getMetadataOrDefault(Encodings.KEY, ByteString.EMPTY);
    return !payload.getData().isEmpty()
        && (encoding.equals(Encodings.JSON) || encoding.equals(Encodings.JSON_PROTOBUF));
  }

  static boolean isNull(Payload payload) {
    return payload.getMetadataOrDefault(Encodings.KEY, ByteString.EMPTY).equals(Encodings.NULL);
  }

  static boolean isBytes(Payload payload) {
    return payload.getMetadataOrDefault(Encodings.KEY, ByteString.EMPTY).equals(Encodings.BYTES);
  }

  private static JsonValue marked(Payload payload) {
    return new JsonValue(ByteString.copyFrom(Envelope.of(payload).toMarkedJson()), false);
  }

  private static Payload json(ByteString text) {
    return Payload.newBuilder().putMetadata(Encodings.KEY, Encodings.JSON).setData(text).build();
  }
}
