package io.github.temporalgateway.message;

import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.payload.OperationResult;
import io.github.temporalgateway.payload.ResultBody;
import io.github.temporalgateway.web.ExecutionHeaders;
import io.github.temporalgateway.web.Links;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Which HTTP answer goes with what became of a message. */
final class MessageAnswers {

  private static final String RETRY_AFTER_SECONDS = "1";

  private MessageAnswers() {}

  static ResponseEntity<Void> accepted(ExecutionRef ref) {
    return new ResponseEntity<>(ExecutionHeaders.of(ref), HttpStatus.ACCEPTED);
  }

  static ResponseEntity<?> toResult(
      ExecutionRef ref, OperationResult result, @Nullable List<MediaType> accept) {
    ResultBody body = result.body(accept == null ? List.of() : accept);
    return ResponseEntity.ok()
        .headers(ExecutionHeaders.of(ref))
        .contentType(body.contentType())
        .body(body);
  }

  static ResponseEntity<?> toUpdate(
      UpdateEnding ending, @Nullable List<MediaType> accept, Links links) {
    return switch (ending) {
      case UpdateEnding.CompletedUpdate completed ->
          toResult(completed.run(), completed.result(), accept);
      case UpdateEnding.AcceptedUpdate accepted -> {
        String result =
            links.workflow(
                accepted.run(), "/updates/" + PathId.encode(accepted.updateId()) + "/result");
        yield ResponseEntity.accepted()
            .headers(ExecutionHeaders.of(accepted.run()))
            .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
            .location(URI.create(result))
            .contentType(MediaType.APPLICATION_JSON)
            .body(handle(accepted, result, links));
      }
    };
  }

  /** An Update's answer, and whether the execution is new. */
  static ResponseEntity<?> withStart(
      UpdateEnding ending, boolean started, boolean replayed, List<MediaType> accept, Links links) {
    ResponseEntity<?> answer = toUpdate(ending, accept, links);
    HttpHeaders headers = new HttpHeaders();
    headers.putAll(answer.getHeaders());
    headers.set("Temporal-Workflow-Started", String.valueOf(started));
    if (replayed) {
      headers.set("Idempotent-Replayed", "true");
    }
    return ResponseEntity.status(answer.getStatusCode()).headers(headers).body(answer.getBody());
  }

  private static UpdateHandle handle(
      UpdateEnding.AcceptedUpdate accepted, String result, Links links) {
    return new UpdateHandle(
        accepted.run().namespace().value(),
        accepted.run().workflowId(),
        accepted.run().runIdOrEmpty(),
        accepted.updateId(),
        "ACCEPTED",
        new UpdateHandle.UpdateLinks(result, links.workflow(accepted.run())));
  }
}
