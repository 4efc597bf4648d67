package io.github.temporalgateway.web.guard;

import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Refuses with a problem instead of Spring's plain text. */
final class CrossOriginProcessor extends DefaultCorsProcessor {

  private final HandlerExceptionResolver problems;

  CrossOriginProcessor(HandlerExceptionResolver problems) {
    this.problems = problems;
  }

  @Override
  public boolean processRequest(
      @Nullable CorsConfiguration allowed, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean passes = super.processRequest(allowed, request, response);
    if (!passes) {
      RefusedException refusal =
          new RefusedException(ProblemCode.CROSS_SITE, ProblemCode.CROSS_SITE.explanation());
      problems.resolveException(request, response, null, refusal);
    }
    return passes;
  }

  /** Nothing yet: the answer is written when all is known. */
  @Override
  protected void rejectRequest(ServerHttpResponse response) {}
}
