package io.github.temporalgateway.kernel;

import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Temporal's own mark of a version of something, as a strong {@code ETag} (RFC 9110 §8.8.3). */
public final class EntityTag {

  private EntityTag() {}

  /** The tag, with its quotation marks. */
  public static String of(byte[] mark) {
    return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(mark) + '"';
  }

  /**
   * Reads {@code If-Match}.
   *
   * @return null when any version will do: there is no header, or it is {@code *}
   * @throws RefusedException 412 for a tag that the gateway has never given, 422 for several
   */
  public static byte @Nullable [] read(@Nullable String ifMatch) {
    String tag = ifMatch == null ? "*" : ifMatch.strip();
    if (tag.equals("*")) {
      return null;
    }
    if (tag.contains(",")) {
      throw RefusedException.invalid(
          Violation.ofHeader("If-Match", "Name one ETag, or * for any version."));
    }
    if (tag.length() > 2 && tag.startsWith("\"") && tag.endsWith("\"")) {
      try {
        return Base64.getUrlDecoder().decode(tag.substring(1, tag.length() - 1));
      } catch (IllegalArgumentException _) {
        throw changed();
      }
    }
    throw changed();
  }

  /**
   * Whether {@code If-None-Match} names a version.
   *
   * @param known the ETags that the caller has; null for none, {@code *} for any
   * @param tag the version, with its quotation marks
   */
  public static boolean isKnown(@Nullable String known, String tag) {
    return known != null && (known.contains(tag) || known.strip().equals("*"));
  }

  /** What is answered when there is another version by now. */
  public static RefusedException changed() {
    return new RefusedException(
        ProblemCode.PRECONDITION_FAILED, "It is not, or no longer, at the version of If-Match.");
  }
}
