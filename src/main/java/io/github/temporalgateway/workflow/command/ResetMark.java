package io.github.temporalgateway.workflow.command;

import io.github.temporalgateway.connection.CanonicalHash;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.IdempotencyKey;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the reason of a reset ends with when it was asked for with a key, so that any replica can
 * tell from the history which reset made a run.
 *
 * @param key stands for the Idempotency-Key
 * @param request stands for what was asked for
 */
record ResetMark(String key, String request) {

  private static final int DIGITS = 16;

  static ResetMark of(IdempotencyKey key, ExecutionRef ref, ResetRequest body) {
    return new ResetMark(hash(key.value()), hash(canonical(ref, body)));
  }

  /** Whether the reset that gave this reason was asked for with the same key. */
  boolean hasKeyOf(String reason) {
    return reason.contains("[Idempotency-Key " + key + " ");
  }

  /** Whether that reset was asked for with the same key and in the same words. */
  boolean isEndOf(String reason) {
    return reason.endsWith(toString());
  }

  @Override
  public String toString() {
    return "[Idempotency-Key " + key + " " + request + "]";
  }

  private static String canonical(ExecutionRef ref, ResetRequest body) {
    Set<ReappliedEvent> excluded = EnumSet.noneOf(ReappliedEvent.class);
    excluded.addAll(body.reapplyExclude() == null ? Set.of() : body.reapplyExclude());
    return new ResetRequest(
            body.reason(), body.workflowTaskFinishEventId(), body.type(), body.buildId(), excluded)
        + " of "
        + ref;
  }

  private static String hash(String text) {
    return CanonicalHash.of(text).substring(0, DIGITS);
  }
}
