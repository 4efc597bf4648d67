package io.github.temporalgateway.security.authentication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One caller in a file of callers.
 *
 * @param id who it is
 * @param permissions what it may do, each as {@code <namespace>:<right>}
 * @param keys its keys, two at most, so that one can replace the other without a gap
 */
record CallerEntry(
    String id, @DefaultValue({}) List<String> permissions, @DefaultValue({}) List<Key> keys) {

  /**
   * One key.
   *
   * @param sha256 hash of the key in hexadecimal digits
   * @param expires until when it is taken; null for ever
   */
  record Key(String sha256, @Nullable Instant expires) {}
}
