package io.github.temporalgateway.web.proxy;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets requests that are answered later find their way when a proxy has stripped a prefix. The
 * container dispatches them again by the path that the application saw, and that one has the prefix
 * of {@code X-Forwarded-Prefix}, which no route has. So it gets the request as it came, to which
 * the forwarded headers are applied again.
 */
@Component
final class LaterBehindPrefix extends OncePerRequestFilter {

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getContextPath().isEmpty();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new AsItCame(request), response);
  }

  private static final class AsItCame extends HttpServletRequestWrapper {

    private AsItCame(HttpServletRequest request) {
      super(request);
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
      ServletRequest original = request;
      while (original instanceof ServletRequestWrapper wrapper) {
        original = wrapper.getRequest();
      }
      return super.startAsync(original, response);
    }
  }
}
