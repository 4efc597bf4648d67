package io.github.temporalgateway.batch;

import io.github.temporalgateway.web.Links;
import java.net.URI;
import org.springframework.http.ResponseEntity;

/** Which HTTP answer goes with a batch. */
final class BatchAnswers {

  private BatchAnswers() {}

  /** 202, whether this request or an earlier one with its key started the batch. */
  static ResponseEntity<BatchDescription> toStarted(BatchStarts.StartedBatch started, Links links) {
    BatchDescription body = BatchMapper.toDescription(started.ref(), started.found(), links);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.accepted().location(URI.create(body.links().self()));
    if (started.replayed()) {
      answer.header("Idempotent-Replayed", "true");
    }
    return answer.body(body);
  }
}
