package io.github.temporalgateway.workflow;

import io.github.temporalgateway.payload.Failure;
import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.payload.ResultBody;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.OutcomeException;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.web.ExecutionHeaders;
import io.github.temporalgateway.web.Links;
import io.github.temporalgateway.web.WorkflowLinks;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Which HTTP answer goes with what became of an execution. */
final class WorkflowAnswers {

  private static final String RETRY_AFTER_SECONDS = "1";

  private WorkflowAnswers() {}

  /** A start without a wait: 201 for a new run, 200 for one that was there. */
  static ResponseEntity<WorkflowHandle> toStart(StartedRun started, Links links) {
    boolean isNew = started.how() == StartedRun.How.STARTED;
    HttpHeaders headers = headersOf(started);
    if (isNew) {
      headers.setLocation(URI.create(links.workflow(started.run())));
    }
    return new ResponseEntity<>(
        handle(started, new Ending.Open(started.run(), started.status()), null, links),
        headers,
        isNew ? HttpStatus.CREATED : HttpStatus.OK);
  }

  /** A start with a wait: 200 with the result, 202 when the wait elapsed, otherwise a problem. */
  static ResponseEntity<WorkflowHandle> toStart(StartedRun started, Ending ending, Links links) {
    HttpHeaders headers = headersOf(started);
    headers.putAll(ExecutionHeaders.of(ending.run(), ending.status()));
    return switch (ending) {
      case Ending.Completed completed ->
          ResponseEntity.ok()
              .headers(headers)
              .body(handle(started, ending, completed.result().json(), links));
      case Ending.Open open ->
          ResponseEntity.accepted()
              .headers(headers)
              .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
              .location(URI.create(links.workflow(open.run(), "/result")))
              .body(handle(started, ending, null, links));
      case Ending.Unsuccessful unsuccessful -> throw problem(unsuccessful);
      case Ending.Continued continued ->
          throw new IllegalStateException("Not followed: " + continued);
    };
  }

  /** A result: 200 with it, 202 while the run is open, 303 to where it went on. */
  static ResponseEntity<?> toResult(Ending ending, List<MediaType> accept, Links links) {
    HttpHeaders headers = ExecutionHeaders.of(ending.run(), ending.status());
    return switch (ending) {
      case Ending.Completed completed -> {
        ResultBody body = completed.result().body(accept);
        headers.setContentType(body.contentType());
        yield new ResponseEntity<>(body, headers, HttpStatus.OK);
      }
      case Ending.Open open -> stillOpen(open, headers, links);
      case Ending.Continued continued ->
          ResponseEntity.status(HttpStatus.SEE_OTHER)
              .headers(headers)
              .location(URI.create(links.workflow(continued.next(), "/result")))
              .build();
      case Ending.Unsuccessful unsuccessful -> throw problem(unsuccessful);
    };
  }

  /** An outcome: 200 however the run closed, 202 while it is open. */
  static ResponseEntity<WorkflowOutcome> toOutcome(Ending ending, WorkflowOutcome body) {
    boolean open = ending instanceof Ending.Open;
    HttpHeaders headers = ExecutionHeaders.of(ending.run(), ending.status());
    if (open) {
      headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return ResponseEntity.status(open ? HttpStatus.ACCEPTED : HttpStatus.OK)
        .headers(headers)
        .body(body);
  }

  private static ResponseEntity<WorkflowHandle> stillOpen(
      Ending.Open open, HttpHeaders headers, Links links) {
    return ResponseEntity.accepted()
        .headers(headers)
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .location(URI.create(links.workflow(open.run(), "/result")))
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            new WorkflowHandle(
                open.run().namespace().value(),
                open.run().workflowId(),
                open.run().runIdOrEmpty(),
                null,
                null,
                null,
                open.status(),
                false,
                null,
                WorkflowLinks.of(open.run(), links)));
  }

  private static WorkflowHandle handle(
      StartedRun started, Ending ending, @Nullable JsonValue result, Links links) {
    return new WorkflowHandle(
        started.run().namespace().value(),
        started.run().workflowId(),
        ending.run().runIdOrEmpty(),
        started.firstRunId().isEmpty() ? null : started.firstRunId(),
        started.workflowType(),
        started.taskQueue(),
        ending.status(),
        started.how() == StartedRun.How.STARTED,
        result,
        WorkflowLinks.of(ending.run(), links));
  }

  private static HttpHeaders headersOf(StartedRun started) {
    HttpHeaders headers = ExecutionHeaders.of(started.run(), started.status());
    if (started.how() == StartedRun.How.REPLAYED) {
      headers.set("Idempotent-Replayed", "true");
    }
    return headers;
  }

  private static GatewayException problem(Ending.Unsuccessful ending) {
    ProblemCode code =
        switch (ending.status()) {
          case "CANCELED" -> ProblemCode.WORKFLOW_CANCELED;
          case "TERMINATED" -> ProblemCode.WORKFLOW_TERMINATED;
          case "TIMED_OUT" -> ProblemCode.WORKFLOW_TIMED_OUT;
          default -> ProblemCode.WORKFLOW_FAILED;
        };
    Failure failure = ending.failure();
    String detail =
        failure == null || failure.message().isEmpty() ? code.title() + "." : failure.message();
    return new OutcomeException(code, detail, failure, ending.status())
        .about(ending.run().workflowId(), ending.run().runId());
  }
}
