package io.github.temporalgateway.web.guard;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/**
 * Takes an address for a caller, and a whole IPv6 network of 64 bits too: who has one address there
 * has all of them. Behind a proxy it is the caller's own address only where forwarded headers are
 * honoured.
 */
@Component
final class RemoteAddress implements CallerKey {

  private static final int GROUPS_OF_A_NETWORK = 4;

  @Override
  public String of(HttpServletRequest request) {
    String address = request.getRemoteAddr();
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
