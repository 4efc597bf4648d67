package io.github.temporalgateway.kernel;

import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import java.math.BigInteger;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list a caller wants.
 *
 * @param size most items of the page, already capped
 * @param token Temporal's own token for the page, as base64url; empty for the first page
 */
public record PageRequest(int size, String token) {

  /** Name of the query parameter with the size. */
  public static final String SIZE = "pageSize";

  /** Name of the query parameter with the token. */
  public static final String TOKEN = "pageToken";

  private static final int DEFAULT_SIZE = 100;
  private static final BigInteger MAX_SIZE = BigInteger.valueOf(1000);
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  /**
   * Reads the two parameters.
   *
   * @param size null for 100; more than 1000 becomes 1000
   * @param token null or empty for the first page
   * @throws RefusedException 422 when the size is no positive whole number, or the token is none
   */
  public static PageRequest of(@Nullable String size, @Nullable String token) {
    return new PageRequest(
        size == null ? DEFAULT_SIZE : sizeOf(size), token == null ? "" : checked(token));
  }

  /** The token as it goes into the body of a page. */
  public static String tokenOf(byte[] temporalToken) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(temporalToken);
  }

  /** What a token that is none of Temporal's is answered with. */
  public static RefusedException badToken() {
    return RefusedException.invalid(
        Violation.ofParameter(
            TOKEN, "The token is not one that the gateway has answered for this list."));
  }

  /** The token as Temporal wants it; empty for the first page. */
  public byte[] temporalToken() {
    return Base64.getUrlDecoder().decode(token);
  }

  private static int sizeOf(String size) {
    BigInteger number = DIGITS.matcher(size).matches() ? new BigInteger(size) : BigInteger.ZERO;
    if (number.signum() == 0) {
      throw RefusedException.invalid(
          Violation.ofParameter(SIZE, "The size must be a whole number from 1 on."));
    }
    return number.min(MAX_SIZE).intValueExact();
  }

  private static String checked(String token) {
    try {
      Base64.getUrlDecoder().decode(token);
      return token;
    } catch (IllegalArgumentException _) {
      throw badToken();
    }
  }
}
