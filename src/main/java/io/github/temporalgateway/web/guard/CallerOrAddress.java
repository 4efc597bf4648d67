package io.github.temporalgateway.web.guard;

import io.github.temporalgateway.kernel.Caller;
import io.github.temporalgateway.kernel.Network;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/**
 * Knows callers by who they have proved to be, and where nobody has to by their addresses: a whole
 * IPv6 network of 64 bits is one caller then, because who has one address there has all of them.
 * Behind a proxy it is the caller's own address only where forwarded headers are honoured.
 */
@Component
final class CallerOrAddress implements CallerKey {

  @Override
  public String of(HttpServletRequest request) {
    Caller caller = Caller.of(request);
    return caller.equals(Caller.ANONYMOUS)
        ? Network.of(request.getRemoteAddr())
        : caller.kind() + " " + caller.id();
  }
}
