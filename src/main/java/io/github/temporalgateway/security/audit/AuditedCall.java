package io.github.temporalgateway.security.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.temporalgateway.kernel.Caller;
import io.github.temporalgateway.problem.ProblemReport;
import io.github.temporalgateway.security.Decision;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.UriUtils;

/** A call of which a line is to be written, once its answer is complete. */
final class AuditedCall {

  private static final String WORKFLOW_ID = "workflowId";
  private static final String RUN_ID = "runId";
  private static final int LONGEST_PATH = 200;

  /** Reading a parameter would read a form in the body too. */
  private static final Pattern ASKED_RUN =
      Pattern.compile("(?:^|&)runId=([0-9A-Fa-f-]{36})(?:&|$)");

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final @Nullable Decision decision;
  private final long begin;

  AuditedCall(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Decision decision,
      long begin) {
    this.request = request;
    this.response = response;
    this.decision = decision;
    this.begin = begin;
  }

  AuditLine line(Instant now) {
    Caller caller = Caller.of(request);
    int status = response.getStatus();
    boolean allowed =
        decision != null
            && decision.allowed()
            && status != HttpStatus.FORBIDDEN.value()
            && status != HttpStatus.UNAUTHORIZED.value();
    return new AuditLine(
        now,
        caller.id(),
        caller.kind().word(),
        decision == null ? null : decision.operation(),
        decision == null ? shortened(request.getRequestURI()) : null,
        decision == null ? null : decision.namespace(),
        target(),
        allowed ? "allowed" : "denied",
        status,
        ProblemReport.codeOf(request),
        request.getRemoteAddr(),
        ProblemReport.traceIdOf(request),
        Duration.ofNanos(System.nanoTime() - begin).toMillis());
  }

  /** Who is not known may not fill the disk. */
  private static String shortened(String path) {
    return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "…";
  }

  /** Names in the path, and those that the gateway gave to what was started. */
  private Map<String, String> target() {
    Map<String, String> target = new TreeMap<>();
    add(target, WORKFLOW_ID, response.getHeader("Temporal-Workflow-Id"));
    String query = request.getQueryString();
    Matcher run = ASKED_RUN.matcher(query == null ? "" : query);
    add(target, RUN_ID, run.find() ? run.group(1) : null);
    add(target, RUN_ID, response.getHeader("Temporal-Run-Id"));
    if (decision != null) {
      target.putAll(decision.names());
    }
    return target;
  }

  private static void add(Map<String, String> target, String name, @Nullable String header) {
    if (header != null) {
      target.put(name, UriUtils.decode(header, UTF_8));
    }
  }
}
