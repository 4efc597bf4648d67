package io.github.temporalgateway.payload;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.web.BenchBodies;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.common.converter.DefaultDataConverter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;

/** From the payload of a result to the bytes of the answer. */
@State(Scope.Benchmark)
public class ResultBench {

  private final JsonMapper tree = new JsonMapper();

  /** How large the result is. */
  @Param({"217", "10000"})
  public int size;

  private Payloads result = Payloads.getDefaultInstance();

  /** Makes the result. */
  @Setup
  public void write() {
    result =
        Payloads.newBuilder()
            .addPayloads(
                Payload.newBuilder()
                    .putMetadata(Encodings.KEY, Encodings.JSON)
                    .setData(ByteString.copyFrom(BenchBodies.value(size))))
            .build();
  }

  /** The gateway: the bytes as they are. */
  @Benchmark
  public byte[] passthrough() throws IOException {
    ResultBody body = ResultBody.of(result, List.of());
    ByteArrayOutputStream output = new ByteArrayOutputStream(body.bytes().size());
    body.bytes().writeTo(output);
    return output.toByteArray();
  }

  /** What a wrapper over the SDK does: parse the result, and write it again. */
  @Benchmark
  public byte[] throughTree() {
    Object value =
        DefaultDataConverter.STANDARD_INSTANCE.fromPayloads(
            0, Optional.of(result), Object.class, Object.class);
    return tree.writeValueAsBytes(value);
  }
}
