package io.github.temporalgateway.batch;

import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.web.Links;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Which HTTP answer goes with a batch or a page of them. */
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

  /** The page, with a link to the next one. */
  static ResponseEntity<BatchPage> toPage(BatchPage page, PageRequest request, Links links) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    String next = page.nextPageToken();
    if (next != null) {
      Map<String, String> parameters = new LinkedHashMap<>();
      parameters.put(PageRequest.SIZE, Integer.toString(request.size()));
      parameters.put(PageRequest.TOKEN, next);
      links
          .nextPage("/batches", parameters)
          .ifPresent(header -> answer.header(HttpHeaders.LINK, header));
    }
    return answer.body(page);
  }
}
