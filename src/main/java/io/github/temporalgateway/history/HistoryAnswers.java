package io.github.temporalgateway.history;

import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.web.Links;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Which HTTP answer goes with a page or a stream. */
final class HistoryAnswers {

  private HistoryAnswers() {}

  static ResponseEntity<HistoryPage> toPage(
      HistoryPage body,
      ExecutionRef ref,
      PageRequest page,
      boolean reverse,
      @Nullable List<String> eventType,
      Links links) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    String next = body.nextPageToken();
    if (next != null) {
      Map<String, String> parameters = new LinkedHashMap<>();
      if (ref.runId() != null) {
        parameters.put("runId", ref.runId());
      }
      if (reverse) {
        parameters.put("reverse", "true");
      }
      if (eventType != null) {
        parameters.put("eventType", String.join(",", eventType));
      }
      parameters.put(PageRequest.SIZE, Integer.toString(page.size()));
      parameters.put(PageRequest.TOKEN, next);
      links
          .nextPage("/workflows/" + PathId.encode(ref.workflowId()) + "/history", parameters)
          .ifPresent(header -> answer.header(HttpHeaders.LINK, header));
    }
    return answer.body(body);
  }

  /** A stream that no proxy keeps back; 204 tells an EventSource not to come again. */
  static ResponseEntity<EventStream> toStream(
      Optional<EventStream.Source> source, List<MediaType> accept) {
    StreamFormat format = StreamFormat.of(accept);
    return source
        .map(events ->
            ResponseEntity.ok()
                .contentType(format.mediaType())
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(new EventStream(format, events)))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }
}
