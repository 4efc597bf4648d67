package io.github.temporalgateway.visibility;

import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.web.Links;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Which HTTP answer goes with a page. */
final class VisibilityAnswers {

  private VisibilityAnswers() {}

  /** The page, with a link to the next one. */
  static ResponseEntity<WorkflowPage> toPage(
      WorkflowPage page, String query, PageRequest request, Links links) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    String next = page.nextPageToken();
    if (next != null) {
      Map<String, String> parameters = new LinkedHashMap<>();
      if (!query.isEmpty()) {
        parameters.put("query", query);
      }
      parameters.put(PageRequest.SIZE, Integer.toString(request.size()));
      parameters.put(PageRequest.TOKEN, next);
      links
          .nextPage("/workflows", parameters)
          .ifPresent(header -> answer.header(HttpHeaders.LINK, header));
    }
    return answer.body(page);
  }
}
