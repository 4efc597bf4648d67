package io.github.temporalgateway.payload;

import org.jspecify.annotations.Nullable;

/** Protobuf's texts as Java's. */
public final class ProtoTexts {

  private ProtoTexts() {}

  /** A text; null when it is empty, which stands for none. */
  public static @Nullable String textIfAny(String text) {
    return text.isEmpty() ? null : text;
  }
}
