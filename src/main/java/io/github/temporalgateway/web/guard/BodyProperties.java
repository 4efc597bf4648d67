package io.github.temporalgateway.web.guard;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What bodies may take together.
 *
 * @param bodyMemory memory for bodies that are being received or handled, beyond the first 8 KB of
 *     each; what does not fit is a 503. The default is an eighth of the heap
 */
@ConfigurationProperties("gateway.http")
record BodyProperties(@Nullable DataSize bodyMemory) {

  private static final int SHARE_OF_HEAP = 8;

  long bytes() {
    return bodyMemory == null
        ? Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP
        : bodyMemory.toBytes();
  }
}
