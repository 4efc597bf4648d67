package io.github.temporalgateway.security.audit;

import io.github.temporalgateway.security.Decision;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes one line for each call that changes something, when its answer is complete, whether it was
 * allowed or not. It knows nothing of bodies and headers of credentials, so none gets into the
 * line.
 */
final class AuditFilter extends OncePerRequestFilter {

  private static final Logger audit = LoggerFactory.getLogger("audit");
  private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");

  private final JsonMapper json =
      JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();
  private final InstantSource clock;

  AuditFilter(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !audit.isInfoEnabled();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long begin = System.nanoTime();
    try {
      chain.doFilter(request, response);
    } finally {
      Decision decision = Decision.of(request);
      if (decision == null ? isTurnedAway(request, response) : decision.changes()) {
        AuditedCall call = new AuditedCall(request, response, decision, begin);
        if (request.isAsyncStarted()) {
          request.getAsyncContext().addListener(new AtTheEnd(call));
        } else {
          write(call);
        }
      }
    }
  }

  /** Before anybody knew what was to be done: without a right credential, or one call too many. */
  private static boolean isTurnedAway(HttpServletRequest request, HttpServletResponse response) {
    HttpStatusCode status = HttpStatusCode.valueOf(response.getStatus());
    return (status.isSameCodeAs(HttpStatus.UNAUTHORIZED)
            || status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS))
        && !LOOKING.contains(request.getMethod());
  }

  private void write(AuditedCall call) {
    audit.info(json.writeValueAsString(call.line(clock.instant())));
  }

  private final class AtTheEnd implements AsyncListener {

    private final AuditedCall call;

    private AtTheEnd(AuditedCall call) {
      this.call = call;
    }

    @Override
    public void onComplete(AsyncEvent event) {
      write(call);
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }
}
