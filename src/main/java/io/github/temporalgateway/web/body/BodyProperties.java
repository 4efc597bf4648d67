package io.github.temporalgateway.web.body;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What bodies may take.
 *
 * @param maxBody largest request body, counted while it is read; more is a 413
 * @param bodyMemory memory for bodies that are being received or handled, beyond the first 8 KB of
 *     each; what does not fit is a 503. The default is an eighth of the heap
 */
@ConfigurationProperties("gateway.http")
record BodyProperties(@DefaultValue("4MB") DataSize maxBody, @Nullable DataSize bodyMemory) {

  private static final int SHARE_OF_HEAP = 8;

  long bytes() {
    return bodyMemory == null
        ? Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP
        : bodyMemory.toBytes();
  }
}
