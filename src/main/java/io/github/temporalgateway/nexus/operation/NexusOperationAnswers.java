package io.github.temporalgateway.nexus.operation;

import io.github.temporalgateway.payload.ResultBody;
import io.github.temporalgateway.problem.OutcomeException;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.web.Links;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Which HTTP answer goes with what became of a Nexus Operation. */
final class NexusOperationAnswers {

  private static final String RETRY_AFTER_SECONDS = "1";

  private NexusOperationAnswers() {}

  /** A start: 201 for a new operation, 200 for one that was there. */
  static ResponseEntity<NexusOperationHandle> toStart(
      NexusOperationStarts.StartedOperation started) {
    NexusOperationHandle handle = started.handle();
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(handle.started() ? HttpStatus.CREATED : HttpStatus.OK)
            .location(URI.create(handle.links().self()));
    if (started.replayed()) {
      answer.header("Idempotent-Replayed", "true");
    }
    return answer.body(handle);
  }

  /** A result: 200 with it, 202 while the operation is open. */
  static ResponseEntity<?> toResult(NexusOutcome outcome, List<MediaType> accept, Links links) {
    return switch (outcome) {
      case NexusOutcome.SucceededNexusOperation succeeded -> {
        ResultBody body = succeeded.result().body(accept);
        yield ResponseEntity.ok().contentType(body.contentType()).body(body);
      }
      case NexusOutcome.RunningNexusOperation running -> {
        NexusOperationRef run = running.run();
        yield ResponseEntity.accepted()
            .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
            .location(URI.create(run.links(links).result()))
            .contentType(MediaType.APPLICATION_JSON)
            .body(
                new NexusOperationHandle(
                    run.namespace().value(),
                    run.operationId(),
                    run.runId(),
                    false,
                    run.links(links)));
      }
      case NexusOutcome.UnsuccessfulNexusOperation unsuccessful ->
          throw new OutcomeException(
                  ProblemCode.NEXUS_OPERATION_FAILED,
                  unsuccessful.failure().message().isEmpty()
                      ? ProblemCode.NEXUS_OPERATION_FAILED.title() + "."
                      : unsuccessful.failure().message(),
                  unsuccessful.failure(),
                  null)
              .aboutOperation(unsuccessful.run().operationId(), unsuccessful.run().runId());
    };
  }
}
