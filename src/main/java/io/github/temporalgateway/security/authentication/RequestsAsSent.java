package io.github.temporalgateway.security.authentication;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;

/**
 * Lets every request through as it was sent. Spring Security's own firewall refuses ids such as
 * {@code order%2F123}; what it protects is safe here, because all matching is done on the path as
 * it was sent, and Jetty has refused already what cannot be decoded to one text only.
 */
final class RequestsAsSent implements HttpFirewall {

  @Override
  public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
    return new FirewalledRequest(request) {
      @Override
      public void reset() {}
    };
  }

  @Override
  public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
    return response;
  }
}
