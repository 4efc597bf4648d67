package io.github.temporalgateway.kernel;

/** What the reader of request bodies tells the deserializers that it calls. */
public final class JsonBody {

  /** Name of the reader attribute that holds the whole body as {@code byte[]}. */
  public static final String SOURCE = "io.github.temporalgateway.body";

  /** Name of the reader attribute that is {@code true} when values are payload envelopes. */
  public static final String ENVELOPES = "io.github.temporalgateway.envelopes";

  /** Media type of a payload with its metadata, alone or as every value of a body. */
  public static final String ENVELOPE_TYPE = "application/vnd.temporal.payload+json";

  private JsonBody() {}
}
