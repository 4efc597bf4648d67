package io.github.temporalgateway.openapi;

import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.Wait;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Response headers: those that an answer names are described, those that all have are added. */
@Component
class SharedHeaders implements GlobalOperationComponentsCustomizer {

  static final String RETRY_AFTER = "Retry-After";
  static final String LOCATION = "Location";
  static final List<String> EXECUTION =
      List.of(
          "Temporal-Namespace",
          "Temporal-Workflow-Id",
          "Temporal-Run-Id",
          "Temporal-Workflow-Status");

  private static final List<String> ACTIVITY =
      List.of("Temporal-Namespace", "Temporal-Activity-Id", "Temporal-Run-Id");
  private static final Set<String> ONE_EXECUTION = Set.of("namespace", "workflowId", "runId");
  private static final String PREFERENCE_APPLIED = "Preference-Applied";
  private static final Map<String, String> DESCRIPTIONS =
      Map.ofEntries(
          Map.entry(LOCATION, "Path of the resource that the answer is about."),
          Map.entry("Link", "The next page, with `rel=\"next\"` (RFC 8288)."),
          Map.entry(RETRY_AFTER, "Seconds after which to ask again."),
          Map.entry(PREFERENCE_APPLIED, "How long the gateway waits at most, as in `wait=10`."),
          Map.entry(
              "Idempotent-Replayed", "`true` when an earlier request with this key did the work."),
          Map.entry("ETag", "Version of the representation, for `If-None-Match` and `If-Match`."),
          Map.entry("WWW-Authenticate", "The kinds of credentials that the gateway takes."),
          Map.entry("Temporal-Namespace", "Namespace of the execution."),
          Map.entry(
              "Temporal-Workflow-Id",
              "Workflow Id, percent-encoded where it is not visible ASCII."),
          Map.entry(
              "Temporal-Activity-Id",
              "Activity Id, percent-encoded where it is not visible ASCII."),
          Map.entry("Temporal-Run-Id", "The run that is meant."),
          Map.entry(
              "Temporal-Workflow-Started",
              "With `update`: `true` when this request started the execution."),
          Map.entry("Temporal-Workflow-Status", "Status of the run, such as `RUNNING`."));

  /** A reference to a known header, which the document defines from then on. */
  static Header reference(String name, Components components) {
    if (components.getHeaders() == null || !components.getHeaders().containsKey(name)) {
      String type = name.equals(RETRY_AFTER) ? "integer" : "string";
      components.addHeaders(
          name,
          new Header()
              .description(DESCRIPTIONS.get(name))
              .schema(new JsonSchema().types(Set.of(type))));
    }
    return new Header().$ref(name);
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    return operation;
  }

  @Override
  public Operation customize(Operation operation, Components components, HandlerMethod handler) {
    operation
        .getResponses()
        .forEach((status, response) -> {
          if (status.charAt(0) < '4') {
            describe(response, handler, components);
          }
        });
    return operation;
  }

  private static void describe(ApiResponse response, HandlerMethod handler, Components components) {
    Map<String, Header> headers =
        new TreeMap<>(response.getHeaders() == null ? Map.of() : response.getHeaders());
    if (takes(handler, Wait.class)) {
      headers.putIfAbsent(PREFERENCE_APPLIED, new Header());
    }
    if (takes(handler, ExecutionRef.class) || namesExecution(response, components)) {
      EXECUTION.forEach(name -> headers.putIfAbsent(name, new Header()));
    }
    if (takes(handler, ActivityRef.class)) {
      ACTIVITY.forEach(name -> headers.putIfAbsent(name, new Header()));
    }
    headers.replaceAll(
        (name, header) -> DESCRIPTIONS.containsKey(name) ? reference(name, components) : header);
    response.setHeaders(headers.isEmpty() ? null : headers);
  }

  private static boolean takes(HandlerMethod handler, Class<?> type) {
    return Arrays.stream(handler.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType() == type);
  }

  private static boolean namesExecution(ApiResponse response, Components components) {
    return response.getContent() != null
        && response.getContent().values().stream()
            .map(body -> Schemas.resolve(body.getSchema(), components))
            .anyMatch(SharedHeaders::namesExecution);
  }

  private static boolean namesExecution(@Nullable Schema<?> body) {
    return body != null
        && body.getProperties() != null
        && body.getProperties().keySet().containsAll(ONE_EXECUTION);
  }
}
