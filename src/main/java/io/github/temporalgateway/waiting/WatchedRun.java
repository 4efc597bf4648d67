package io.github.temporalgateway.waiting;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.kernel.CallerToken;
import io.github.temporalgateway.kernel.ExecutionRef;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A run whose end callers wait for. Guarded by the lock of its {@link RunWatches}. */
final class WatchedRun {

  final ExecutionRef ref;
  final Set<CompletableFuture<PollOutcome>> waiters = new HashSet<>();

  /** The poll under way. */
  @Nullable Poll poll;

  /** Temporal's token with which the next long poll goes on. */
  ByteString token = ByteString.EMPTY;

  /** With which it is asked: of who came last, whose token is probably the freshest. */
  CallerToken callerToken = CallerToken.NONE;

  /** When Temporal was asked last, as {@link System#nanoTime()}. */
  long asked;

  /** Polls in succession that failed for a reason that may pass. */
  int failures;

  WatchedRun(ExecutionRef ref, long now) {
    this.ref = ref;
    this.asked = now;
  }
}
