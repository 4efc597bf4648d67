package io.github.temporalgateway.waiting;

import com.google.protobuf.ByteString;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One call about one run; can be given up before it has begun. */
final class Poll {

  final WatchedRun run;
  final Kind kind;

  /** Where a long poll goes on. */
  final ByteString token;

  private @Nullable Future<?> call;
  private boolean givenUp;

  Poll(WatchedRun run, Kind kind) {
    this.run = run;
    this.kind = kind;
    this.token = run.token;
  }

  synchronized void began(Future<?> started) {
    call = started;
    if (givenUp) {
      started.cancel(true);
    }
  }

  synchronized void giveUp() {
    givenUp = true;
    if (call != null) {
      call.cancel(true);
    }
  }

  /** How a poll asks. */
  enum Kind {
    /** Held by Temporal until the run closes, for up to 20 s. */
    LONG,
    /** Answered at once. */
    SHORT
  }
}
