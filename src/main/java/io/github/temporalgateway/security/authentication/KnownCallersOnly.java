package io.github.temporalgateway.security.authentication;

import io.github.temporalgateway.security.Manual;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses whoever has sent no credential, on every path but those of the manual, which are the same
 * for all and tell nothing of any Namespace.
 */
final class KnownCallersOnly extends OncePerRequestFilter {

  private static final List<RequestMatcher> MANUAL =
      Manual.PATHS.stream()
          .<RequestMatcher>map(path -> PathPatternRequestMatcher.withDefaults().matcher(path))
          .toList();

  private final AuthenticationEntryPoint challenge;

  KnownCallersOnly(AuthenticationEntryPoint challenge) {
    this.challenge = challenge;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (SecurityContextHolder.getContext().getAuthentication() == null
        && MANUAL.stream().noneMatch(path -> path.matches(request))) {
      challenge.commence(
          request, response, new InsufficientAuthenticationException("No credential"));
    } else {
      chain.doFilter(request, response);
    }
  }
}
