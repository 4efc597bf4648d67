package io.github.temporalgateway.kernel;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Who calls. Two callers are the same one when both parts are equal: a key and a token may carry
 * the same id and belong to different people.
 *
 * @param id the subject of a token, the name of a key's owner, or the name in a certificate
 * @param kind how the caller proved to be that one
 */
public record Caller(String id, CallerKind kind) {

  /** Whoever it is; all callers are this one while nobody has to prove anything. */
  public static final Caller ANONYMOUS = new Caller("anonymous", CallerKind.ANONYMOUS);

  private static final String ATTRIBUTE = Caller.class.getName();

  /** Who sent a request, also while it is answered on another thread. */
  public static Caller of(HttpServletRequest request) {
    return known(request.getAttribute(ATTRIBUTE));
  }

  /**
   * Who sent the request that this thread works on; {@link #ANONYMOUS} on threads that work for no
   * request or for many.
   */
  public static Caller current() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    return request == null
        ? ANONYMOUS
        : known(request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
  }

  /** Makes this the caller of a request, which only who has checked a credential may do. */
  public void sent(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  private static Caller known(@Nullable Object caller) {
    return caller instanceof Caller known ? known : ANONYMOUS;
  }
}
