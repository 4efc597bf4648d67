package io.github.temporalgateway.web.guard;

import io.github.temporalgateway.kernel.Caller;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/**
 * Knows callers by who they have proved to be, and where nobody has to by their addresses: a whole
 * IPv6 network of 64 bits is one caller then, because who has one address there has all of them.
 * Behind a proxy it is the caller's own address only where forwarded headers are honoured.
 */
@Component
final class CallerOrAddress implements CallerKey {

  private static final int GROUPS_OF_A_NETWORK = 4;

  @Override
  public String of(HttpServletRequest request) {
    Caller caller = Caller.of(request);
    return caller.equals(Caller.ANONYMOUS)
        ? network(request.getRemoteAddr())
        : caller.kind() + " " + caller.id();
  }

  private static String network(String address) {
    int end = -1;
    for (int group = 0; group < GROUPS_OF_A_NETWORK; group++) {
      int colon = address.indexOf(':', end + 1);
      if (colon < 0 || colon == end + 1) {
        return address;
      }
      end = colon;
    }
    return address.substring(0, end);
  }
}
