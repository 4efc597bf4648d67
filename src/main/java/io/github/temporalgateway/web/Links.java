package io.github.temporalgateway.web;

import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.PathId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Builds the links of answers: absolute paths with the ids in canonical form, below the prefix that
 * the caller used.
 *
 * @param base context path (with {@code X-Forwarded-Prefix} where that is honoured) and, when the
 *     caller named a Namespace, {@code /namespaces/{namespace}}
 */
public record Links(String base) {

  /** A longer header might not fit with the others into what Jetty and proxies allow. */
  private static final int LONGEST_HEADER = 4000;

  /** An execution, at its run when it names one. */
  public String workflow(ExecutionRef ref) {
    return workflow(ref, "");
  }

  /**
   * Something below an execution.
   *
   * @param below path from the execution on, such as {@code /result}
   */
  public String workflow(ExecutionRef ref, String below) {
    return base + "/workflows/" + PathId.encode(ref.workflowId()) + below + run(ref.runId());
  }

  /**
   * Something below a stand-alone Activity, at its run when it names one.
   *
   * @param below path from the Activity on, such as {@code /result}; empty for itself
   */
  public String activity(ActivityRef ref, String below) {
    return base + "/activities/" + PathId.encode(ref.activityId()) + below + run(ref.runId());
  }

  /**
   * The {@code Link} header that leads to the next page of a list.
   *
   * @param list path of the list, such as {@code /workflows}
   * @param parameters of the query, in their order
   * @return empty when the header would be too long, because of a very long query: the token in the
   *     body leads on as well
   */
  public Optional<String> nextPage(String list, Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .map(parameter ->
                parameter.getKey()
                    + "="
                    + UriUtils.encode(parameter.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return Optional.of("<" + base + list + "?" + query + ">; rel=\"next\"")
        .filter(header -> header.length() <= LONGEST_HEADER);
  }

  private static String run(@Nullable String runId) {
    return runId == null ? "" : "?runId=" + runId;
  }
}
