package io.github.temporalgateway.waiting;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the door open for a moment after SIGTERM. A caller may have connected without having been
 * noticed yet, or be on the way because nobody has told it otherwise; once the port is closed, its
 * request would be lost. By then no new wait is held, as those are ended before.
 */
@Component
final class LastCallers implements SmartLifecycle {

  /** After the waits, and before the web server, whose phase is 1024 below the default one. */
  private static final int PHASE = DEFAULT_PHASE - 512;

  private final Duration delay;
  private volatile boolean running;

  LastCallers(ShutdownProperties properties) {
    this.delay = properties.shutdownDelay();
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    try {
      Thread.sleep(delay);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
