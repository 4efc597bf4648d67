package io.github.temporalgateway.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses TRACE on every route. Servlets answer it by themselves with all headers of the request,
 * and so show a script the credentials that a proxy added.
 */
@Component
final class TraceFilter extends HttpFilter {

  private static final List<String> ALLOWED =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final HandlerExceptionResolver problems;

  TraceFilter(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getMethod().equals("TRACE")) {
      problems.resolveException(
          request, response, null, new HttpRequestMethodNotSupportedException("TRACE", ALLOWED));
    } else {
      chain.doFilter(request, response);
    }
  }
}
