package io.github.temporalgateway.history;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.problem.RefusedException;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Where a page begins. Temporal's pages hold whole batches of events, more than were asked for, so
 * a token of ours names a page of Temporal's and how much of it has been seen. It names the run
 * too, so that all pages are of one run.
 *
 * @param runId the run
 * @param reverse whether the pages go from the end back
 * @param skip how many events to pass over, from the beginning of Temporal's page on
 * @param page Temporal's token for its page; empty for the first one
 */
record HistoryCursor(String runId, boolean reverse, int skip, ByteString page) {

  private static final int HEAD = 2 * Long.BYTES + Byte.BYTES + Integer.BYTES;

  /**
   * Reads a token.
   *
   * @throws RefusedException 422 when it is none, or is one for the other direction
   */
  static HistoryCursor parse(PageRequest request, boolean reverse) {
    byte[] token = request.temporalToken();
    if (token.length < HEAD) {
      throw PageRequest.badToken();
    }
    ByteBuffer in = ByteBuffer.wrap(token);
    String runId = new UUID(in.getLong(), in.getLong()).toString();
    byte direction = in.get();
    int skip = in.getInt();
    if (skip < 0 || direction != direction(reverse)) {
      throw PageRequest.badToken();
    }
    return new HistoryCursor(runId, reverse, skip, ByteString.copyFrom(in));
  }

  HistoryCursor at(ByteString other, int events) {
    return new HistoryCursor(runId, reverse, events, other);
  }

  String toToken() {
    UUID run = UUID.fromString(runId);
    return PageRequest.tokenOf(
        ByteBuffer.allocate(HEAD + page.size())
            .putLong(run.getMostSignificantBits())
            .putLong(run.getLeastSignificantBits())
            .put(direction(reverse))
            .putInt(skip)
            .put(page.asReadOnlyByteBuffer())
            .array());
  }

  private static byte direction(boolean reverse) {
    return (byte) (reverse ? 1 : 0);
  }
}
