package io.github.temporalgateway.payload;

import com.google.protobuf.ByteString;

/** The {@code encoding} metadata that Temporal's SDKs give to payloads. */
final class Encodings {

  static final String KEY = "encoding";
  static final ByteString JSON = ByteString.copyFromUtf8("json/plain");
  static final ByteString JSON_PROTOBUF = ByteString.copyFromUtf8("json/protobuf");
  static final ByteString NULL = ByteString.copyFromUtf8("binary/null");
  static final ByteString BYTES = ByteString.copyFromUtf8("binary/plain");

  private Encodings() {}
}
