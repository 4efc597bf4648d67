package io.github.temporalgateway.web;

import io.github.temporalgateway.kernel.PageRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Answers with a page of a list and, in the {@code Link} header, where the next one is. */
public final class PageAnswers {

  private PageAnswers() {}

  /**
   * The answer.
   *
   * @param nextPageToken of the page; null when it is the last one
   * @param list path of the list, such as {@code /workers}
   * @param filters further parameters of the query; what is empty is left out
   */
  public static <T> ResponseEntity<T> of(
      T page,
      @Nullable String nextPageToken,
      String list,
      Map<String, String> filters,
      PageRequest request,
      Links links) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (nextPageToken != null) {
      Map<String, String> parameters = new LinkedHashMap<>(filters);
      parameters.values().removeIf(String::isEmpty);
      parameters.put(PageRequest.SIZE, Integer.toString(request.size()));
      parameters.put(PageRequest.TOKEN, nextPageToken);
      links.nextPage(list, parameters).ifPresent(link -> answer.header(HttpHeaders.LINK, link));
    }
    return answer.body(page);
  }
}
