package io.github.temporalgateway.web.json;

import io.github.temporalgateway.kernel.JsonBody;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads bodies as the gateway does. */
public final class BenchJson {

  private final JsonMapper mapper;

  /** With the strictness of the gateway. */
  public BenchJson() {
    JsonMapper.Builder builder = JsonMapper.builder();
    StrictJson.customize(builder);
    mapper = builder.build();
  }

  /** Reads one body, as the gateway does. */
  public <T> T read(byte[] body, Class<T> type) {
    ObjectReader reader =
        mapper
            .readerFor(type)
            .withAttribute(JsonBody.SOURCE, body)
            .withAttribute(JsonBody.ENVELOPES, false);
    return reader.readValue(body);
  }
}
