package io.github.temporalgateway.history;

import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.web.ExecutionHeaders;
import io.github.temporalgateway.web.Links;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Which HTTP answer goes with a page, and with a stream. */
final class HistoryAnswers {

  private HistoryAnswers() {}

  /** The page, with a link to the next one. */
  static ResponseEntity<EventPage> toPage(
      EventPages.RunPage page,
      PageRequest request,
      List<String> types,
      boolean reverse,
      Links links) {
    EventPage body = page.body();
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok().headers(ExecutionHeaders.of(page.run()));
    if (body.nextPageToken() != null) {
      Map<String, String> parameters = new LinkedHashMap<>();
      parameters.put("runId", page.run().runIdOrEmpty());
      if (reverse) {
        parameters.put("reverse", "true");
      }
      if (!types.isEmpty()) {
        parameters.put(EventTypes.PARAMETER, String.join(",", types));
      }
      parameters.put(PageRequest.SIZE, Integer.toString(request.size()));
      parameters.put(PageRequest.TOKEN, body.nextPageToken());
      String list = "/workflows/" + PathId.encode(page.run().workflowId()) + "/history";
      links.nextPage(list, parameters).ifPresent(header -> answer.header(HttpHeaders.LINK, header));
    }
    return answer.body(body);
  }

  /** The stream, to be written from now on; 204, which ends an EventSource, when it is over. */
  static ResponseEntity<EventStream> toStream(ExecutionRef ref, Optional<EventStream> stream) {
    return stream
        .map(body -> streaming(body).body(body))
        .orElseGet(() ->
            ResponseEntity.noContent()
                .headers(ExecutionHeaders.of(ref))
                .cacheControl(CacheControl.noStore())
                .build());
  }

  /** The same without a body, for HEAD. */
  static ResponseEntity<Void> toHead(ExecutionRef ref, Optional<EventStream> stream) {
    return stream
        .map(body -> streaming(body).<Void>build())
        .orElseGet(() -> ResponseEntity.noContent().headers(ExecutionHeaders.of(ref)).build());
  }

  /** Some proxies hold streams back unless they are told not to. */
  private static ResponseEntity.BodyBuilder streaming(EventStream stream) {
    return ResponseEntity.ok()
        .headers(ExecutionHeaders.of(stream.run()))
        .cacheControl(CacheControl.noStore())
        .header("X-Accel-Buffering", "no");
  }
}
