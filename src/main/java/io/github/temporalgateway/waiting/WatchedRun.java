package io.github.temporalgateway.waiting;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.kernel.CallerToken;
import io.github.temporalgateway.kernel.ExecutionRef;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A run whose end callers of one token wait for. Guarded by the lock of its {@link RunWatches}. */
final class WatchedRun {

  final AwaitedEnd key;
  final Set<CompletableFuture<PollOutcome>> waiters = new HashSet<>();

  /** The poll under way. */
  @Nullable Poll poll;

  /** Temporal's token with which the next long poll goes on. */
  ByteString token = ByteString.EMPTY;

  /** When Temporal was asked last, as {@link System#nanoTime()}. */
  long asked;

  /** Polls in succession that failed for a reason that may pass. */
  int failures;

  WatchedRun(AwaitedEnd key, long now) {
    this.key = key;
    this.asked = now;
  }

  /** What is asked about, and with whose token where callers' tokens go on to Temporal. */
  record AwaitedEnd(ExecutionRef ref, CallerToken token) {}
}
