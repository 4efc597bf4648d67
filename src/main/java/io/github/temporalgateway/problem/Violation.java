package io.github.temporalgateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request; exactly one of the three places is set.
 *
 * @param pointer JSON Pointer (RFC 6901) into the request body; empty for the body as a whole
 * @param parameter name of a path or query parameter
 * @param header name of a request header
 * @param detail what is wrong there, and what would be right
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(
    @Nullable String pointer, @Nullable String parameter, @Nullable String header, String detail) {

  /**
   * Something wrong in the body, at a JSON Pointer such as {@code /retryPolicy/maximumAttempts}.
   */
  public static Violation at(String pointer, String detail) {
    return new Violation(pointer, null, null, detail);
  }

  /** A JSON Pointer (RFC 6901) one step further, to a member of any name. */
  public static String pointer(String base, String member) {
    return base + "/" + member.replace("~", "~0").replace("/", "~1");
  }

  /** Something wrong with a path or query parameter. */
  public static Violation ofParameter(String name, String detail) {
    return new Violation(null, name, null, detail);
  }

  /** Something wrong with a request header. */
  public static Violation ofHeader(String name, String detail) {
    return new Violation(null, null, name, detail);
  }
}
