package io.github.temporalgateway.workflow;

import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.NamespaceName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/** Ids for callers that choose none (RFC 9562). */
public final class WorkflowIds {

  private static final UUID URL_NAMESPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

  private WorkflowIds() {}

  /** A UUIDv7, so that ids sort by the time they were made. */
  public static String random(Instant now) {
    UUID random = UUID.randomUUID();
    long high = now.toEpochMilli() << 16 | 0x7000 | random.getMostSignificantBits() & 0x0fff;
    return new UUID(high, random.getLeastSignificantBits()).toString();
  }

  /**
   * A UUIDv5 of the request's key, so that a retry meets what it started.
   *
   * @param kind what is started, such as a Workflow Type
   */
  public static String of(NamespaceName namespace, String kind, IdempotencyKey key) {
    String name = String.join("\n", namespace.value(), kind, key.value());
    ByteBuffer hash = ByteBuffer.wrap(sha1(name));
    long high = hash.getLong() & ~0xf000L | 0x5000L;
    long low = hash.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }

  private static byte[] sha1(String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(
          ByteBuffer.allocate(16)
              .putLong(URL_NAMESPACE.getMostSignificantBits())
              .putLong(URL_NAMESPACE.getLeastSignificantBits())
              .flip());
      return digest.digest(name.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
