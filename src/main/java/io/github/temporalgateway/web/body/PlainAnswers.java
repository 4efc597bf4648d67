package io.github.temporalgateway.web.body;

import io.github.temporalgateway.kernel.RawBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Writes answers about which there is nothing to negotiate: a record, or nothing, for a caller who
 * takes JSON or anything and asks under no condition. Spring MVC's search for a media type and a
 * converter would come to the same.
 */
final class PlainAnswers {

  private static final List<String> CONDITIONS =
      List.of(
          HttpHeaders.IF_NONE_MATCH,
          HttpHeaders.IF_MODIFIED_SINCE,
          HttpHeaders.IF_MATCH,
          HttpHeaders.IF_UNMODIFIED_SINCE);

  private final JsonBodyConverter json;

  PlainAnswers(JsonBodyConverter json) {
    this.json = json;
  }

  /** Whether a request wants no other than a plain answer. */
  boolean areWantedBy(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return (accept == null
            || accept.equals(MediaType.ALL_VALUE)
            || accept.equals(MediaType.APPLICATION_JSON_VALUE))
        && isJsonFirst(request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE))
        && !isConditional(request);
  }

  /** Spring MVC looks at conditions of these methods only; handlers look at those of others. */
  private static boolean isConditional(HttpServletRequest request) {
    String method = request.getMethod();
    if (method.equals("GET") || method.equals("HEAD")) {
      for (String condition : CONDITIONS) {
        if (request.getHeader(condition) != null) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isJsonFirst(@Nullable Object producible) {
    return !(producible instanceof Collection<?> types)
        || types.iterator().next().equals(MediaType.APPLICATION_JSON);
  }

  /** Whether an answer is plain. */
  boolean include(ResponseEntity<?> answer) {
    return answer.getBody() == null || answer.getBody() instanceof Record;
  }

  /**
   * Writes a plain answer to a request that wants one.
   *
   * @throws IOException when the caller is gone
   */
  void write(ResponseEntity<?> answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.getStatusCode().value());
    answer.getHeaders().forEach((name, values) -> set(response, name, values));
    switch (answer.getBody()) {
      case null -> {}
      case RawBody raw -> {
        response.setContentLength(raw.size());
        raw.writeTo(response.getOutputStream());
      }
      case Object body -> {
        if (answer.getHeaders().getContentType() == null) {
          response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        }
        json.write(body, new ServletServerHttpResponse(response));
      }
    }
  }

  private static void set(HttpServletResponse response, String name, List<String> values) {
    response.setHeader(name, values.getFirst());
    for (String further : values.subList(1, values.size())) {
      response.addHeader(name, further);
    }
  }
}
