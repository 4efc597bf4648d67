package io.github.temporalgateway.payload;

import com.google.protobuf.Timestamp;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Protobuf's times and durations as Java's. */
public final class ProtoTimes {

  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

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

  /** Whether Temporal can hold a time. */
  public static boolean isPossible(Instant time) {
    return !time.isBefore(FIRST) && !time.isAfter(LAST);
  }

  /**
   * A time of the body for Temporal.
   *
   * @param pointer where it is in the body
   * @throws RefusedException 422 when Temporal cannot hold it
   */
  public static Timestamp toProto(String pointer, Instant instant) {
    if (!isPossible(instant)) {
      throw RefusedException.invalid(
          Violation.at(pointer, "A year from 1970 to 9999 is expected."));
    }
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
