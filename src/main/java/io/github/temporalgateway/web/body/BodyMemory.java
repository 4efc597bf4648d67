package io.github.temporalgateway.web.body;

import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Bounds the heap that all bodies together take while they are received and handled: a few hundred
 * callers who each send a large one and stop before its end would fill it otherwise. Small bodies
 * take nothing of it.
 */
@Component
final class BodyMemory {

  /** What each body may have without being counted. */
  private static final int FREE = 8 << 10;

  private static final int STEP = 64 << 10;

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Semaphore steps;

  BodyMemory(BodyProperties properties) {
    this.steps = new Semaphore(Math.toIntExact(properties.bytes() / STEP));
  }

  /**
   * Reads a body, or its first bytes.
   *
   * @param most how many bytes to read at most
   * @throws RefusedException 503 {@code overloaded} when other bodies take all the memory
   */
  byte[] read(InputStream body, int most) throws IOException {
    byte[] first = body.readNBytes(Math.min(most, FREE));
    if (first.length < FREE || most == FREE) {
      return first;
    }
    Lease lease = new Lease();
    RequestContextHolder.currentRequestAttributes()
        .registerDestructionCallback(
            BodyMemory.class.getName(), lease::end, RequestAttributes.SCOPE_REQUEST);
    ByteArrayOutputStream all = new ByteArrayOutputStream(STEP);
    all.write(first);
    int missing = most - first.length;
    while (missing > 0) {
      lease.extend();
      byte[] piece = body.readNBytes(Math.min(missing, STEP));
      all.write(piece);
      missing = piece.length < STEP ? 0 : missing - piece.length;
    }
    return all.toByteArray();
  }

  private final class Lease {

    private int taken;

    private void extend() {
      try {
        if (!steps.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new RefusedException(
              ProblemCode.OVERLOADED, "The gateway reads as many large bodies as it can hold.");
        }
      } catch (InterruptedException interrupt) {
        Thread.currentThread().interrupt();
        throw new RefusedException(ProblemCode.SHUTTING_DOWN, "The gateway is being ended.");
      }
      taken++;
    }

    private void end() {
      steps.release(taken);
      taken = 0;
    }
  }
}
