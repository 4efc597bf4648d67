package io.github.temporalgateway.workflow;

import com.google.protobuf.MessageLite;
import io.github.temporalgateway.connection.CanonicalHash;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.payload.PayloadMapper;
import io.temporal.api.common.v1.Memo;
import io.temporal.api.common.v1.Payload;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a start leaves in the memo of its run, so that a retry is recognised by any replica and
 * after any restart: which key, which request, which attempt.
 *
 * @param key hash of the Idempotency-Key
 * @param request hash of what was to be started
 * @param attempt made anew for each HTTP request
 */
public record IdempotencyMemo(String key, String request, String attempt) {

  /** Name of the memo's member; never shown to callers. */
  public static final String NAME = "temporal-rest-gateway.idempotency";

  private static final Pattern TEXT =
      Pattern.compile("\"([0-9a-f]{64}) ([0-9a-f]{64}) ([0-9a-f-]{36})\"");

  /**
   * What a new attempt is to leave.
   *
   * @param request all that makes this request differ from another one
   */
  public static IdempotencyMemo of(IdempotencyKey key, List<? extends MessageLite> request) {
    return new IdempotencyMemo(
        CanonicalHash.of(key.value()), CanonicalHash.of(request), UUID.randomUUID().toString());
  }

  /** What an earlier attempt has left; empty when it came without a key. */
  public static Optional<IdempotencyMemo> in(Memo memo) {
    Payload payload = memo.getFieldsOrDefault(NAME, Payload.getDefaultInstance());
    Matcher parts = TEXT.matcher(payload.getData().toStringUtf8());
    return parts.matches()
        ? Optional.of(new IdempotencyMemo(parts.group(1), parts.group(2), parts.group(3)))
        : Optional.empty();
  }

  /** Whether the other attempt came with the same key. */
  public boolean hasKeyOf(IdempotencyMemo other) {
    return key.equals(other.key);
  }

  /** The value of the memo's member. */
  public Payload toPayload() {
    return PayloadMapper.ofText(key + " " + request + " " + attempt);
  }
}
