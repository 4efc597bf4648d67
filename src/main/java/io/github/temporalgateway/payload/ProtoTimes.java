package io.github.temporalgateway.payload;

import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Protobuf's times and durations as Java's. */
public final class ProtoTimes {

  private ProtoTimes() {}

  /** A duration, with all its nanoseconds. */
  public static Duration toDuration(com.google.protobuf.Duration proto) {
    return Duration.ofSeconds(proto.getSeconds(), proto.getNanos());
  }

  /** A duration; null for none, which Temporal also writes as zero. */
  public static @Nullable Duration toDurationIfSet(com.google.protobuf.Duration proto) {
    Duration duration = toDuration(proto);
    return duration.isZero() ? null : duration;
  }

  /** A duration for Temporal. */
  public static com.google.protobuf.Duration toProto(Duration duration) {
    return com.google.protobuf.Duration.newBuilder()
        .setSeconds(duration.getSeconds())
        .setNanos(duration.getNano())
        .build();
  }

  /** An instant for Temporal. */
  public static Timestamp toProto(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  /** An instant, with all its nanoseconds. */
  public static Instant toInstant(Timestamp proto) {
    return Instant.ofEpochSecond(proto.getSeconds(), proto.getNanos());
  }

  /** An instant; null for none, which Temporal also writes as year 1 or 1970. */
  public static @Nullable Instant toInstantIfSet(Timestamp proto) {
    return proto.getSeconds() > 0 ? toInstant(proto) : null;
  }
}
