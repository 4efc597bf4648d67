package io.github.temporalgateway.security;

import io.github.temporalgateway.kernel.Caller;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A caller whose credential was checked, and what it grants.
 *
 * @param caller who it is
 * @param permissions what the credential grants
 */
public record Access(Caller caller, Permissions permissions) {

  static final Access UNSECURED = new Access(Caller.ANONYMOUS, Permissions.ALL);

  private static final String ATTRIBUTE = Access.class.getName();

  /** Makes this what the request is judged by. */
  public void grant(HttpServletRequest request) {
    caller.sent(request);
    request.setAttribute(ATTRIBUTE, this);
  }

  /** What a request is judged by; null while its caller is not known. */
  static @Nullable Access of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Access access ? access : null;
  }

  /** Says who it is and never what it was proved with. */
  @Override
  public String toString() {
    return caller.toString();
  }
}
