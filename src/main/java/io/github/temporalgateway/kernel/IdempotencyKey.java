package io.github.temporalgateway.kernel;

import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;

/**
 * The caller's name for one write, so that a retry of it does not happen twice
 * (draft-ietf-httpapi-idempotency-key-header).
 *
 * @param value 1 to 255 visible ASCII characters or spaces, without the quotes of the header
 */
public record IdempotencyKey(String value) {

  /** Name of the request header. */
  public static final String HEADER = "Idempotency-Key";

  private static final int MAX_LENGTH = 255;

  /**
   * Reads the header, quoted (RFC 9651 string) or bare.
   *
   * @throws RefusedException 422 when it is empty, too long or has characters other than ASCII
   */
  public static IdempotencyKey parse(String header) {
    String key = header.strip();
    if (key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"")) {
      key = key.substring(1, key.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
    }
    if (key.isEmpty()
        || key.length() > MAX_LENGTH
        || !key.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw RefusedException.invalid(
          Violation.ofHeader(HEADER, "The key must be 1 to 255 visible ASCII characters."));
    }
    return new IdempotencyKey(key);
  }
}
