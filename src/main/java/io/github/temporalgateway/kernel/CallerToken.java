package io.github.temporalgateway.kernel;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The bearer token that a caller sent, for passing it on.
 *
 * @param authorization the value of the header, or null when the caller sent none
 */
public record CallerToken(@Nullable String authorization) {

  /** Of a caller without one, and of work for no caller. */
  public static final CallerToken NONE = new CallerToken(null);

  private static final String SCHEME = "Bearer ";

  /** Of the request that this thread works on. */
  public static CallerToken current() {
    if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web)) {
      return NONE;
    }
    String header = web.getRequest().getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? new CallerToken(header)
        : NONE;
  }

  /** Says whether there is one and never which. */
  @Override
  public String toString() {
    return authorization == null ? "none" : "a token";
  }
}
