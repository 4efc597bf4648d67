package io.github.temporalgateway.security.authentication;

import io.github.temporalgateway.kernel.Caller;
import io.github.temporalgateway.security.Access;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A caller who has proved who it is, as Spring Security hands it on. */
final class CheckedCaller extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1;

  private final transient Access access;

  CheckedCaller(Access access) {
    super(List.of());
    this.access = access;
    setAuthenticated(true);
  }

  Access access() {
    return access;
  }

  @Override
  public Caller getPrincipal() {
    return access.caller();
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return access.caller().id();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CheckedCaller caller && access.equals(caller.access);
  }

  @Override
  public int hashCode() {
    return access.hashCode();
  }
}
