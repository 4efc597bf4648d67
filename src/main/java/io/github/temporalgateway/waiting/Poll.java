package io.github.temporalgateway.waiting;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.connection.ForwardedToken;
import io.grpc.Context;

/** One call about one run; can be given up before it has begun. */
final class Poll {

  final WatchedRun run;
  final Kind kind;

  /** Where a long poll goes on. */
  final ByteString token;

  /** Many callers share a poll, so it belongs to none of their contexts. */
  final Context.CancellableContext context;

  Poll(WatchedRun run, Kind kind) {
    this.run = run;
    this.kind = kind;
    this.token = run.token;
    this.context = ForwardedToken.carry(Context.ROOT, run.key.token()).withCancellation();
  }

  void giveUp() {
    context.cancel(null);
  }

  /** How a poll asks. */
  enum Kind {
    /** Held by Temporal until the run closes, for up to 20 s. */
    LONG,
    /** Answered at once. */
    SHORT
  }
}
