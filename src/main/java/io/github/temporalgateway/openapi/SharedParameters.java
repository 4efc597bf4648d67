package io.github.temporalgateway.openapi;

import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.kernel.Durations;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.Identifiers;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.kernel.Wait;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Parameters that many operations have because their handlers take a {@code kernel} type. */
@Component
class SharedParameters implements GlobalOperationCustomizer {

  static final String NAMESPACE = "namespace";
  static final String WORKFLOW_ID = "workflowId";

  static final String ACTIVITY_ID = "activityId";

  private static final String RUN_ID = "runId";
  private static final String WAIT = "wait";
  private static final String PREFER = "Prefer";

  private static final String PATH_ID =
      "^(~[A-Za-z0-9_-]+|[^~\\u0000-\\u001F\\u007F-\\u009F][^\\u0000-\\u001F\\u007F-\\u009F]*)$";

  private static final Set<String> NEVER_DOCUMENTED =
      Set.of("Accept", "Authorization", "Content-Type");
  private static final Map<Class<?>, List<String>> READ_BY =
      Map.of(
          ExecutionRef.class, List.of(RUN_ID),
          ActivityRef.class, List.of(RUN_ID),
          PageRequest.class, List.of(PageRequest.SIZE, PageRequest.TOKEN),
          Wait.class, List.of(WAIT, PREFER),
          IdempotencyKey.class, List.of(IdempotencyKey.HEADER));

  /** All of them, by the name under which the document defines them. */
  static Map<String, Parameter> all() {
    Map<String, Parameter> all = new LinkedHashMap<>();
    all.put(NAMESPACE, id(new PathParameter(), "Name of the Namespace.").example("default"));
    all.put(
        WORKFLOW_ID,
        id(
                new PathParameter(),
                "The Workflow Id: as it is when it has only `A-Z a-z 0-9 . _ : @ + = -`, else `~`"
                    + " and the base64url form of its UTF-8 bytes without padding, such as"
                    + " `~b3JkZXIvMTIz` for `order/123`. Percent-encoding is understood too.")
            .example("order-123"));
    all.put(
        ACTIVITY_ID,
        id(new PathParameter(), "The Activity Id, in the form of a Workflow Id.").example("1"));
    all.put(
        RUN_ID,
        new QueryParameter()
            .description("One run of the execution; the latest when absent.")
            .schema(text().format("uuid")));
    all.put(
        PageRequest.SIZE,
        new QueryParameter()
            .description("Most items of the page: 100 when absent, 1000 at most.")
            .schema(new JsonSchema().types(Set.of("integer")).minimum(BigDecimal.ONE)));
    all.put(
        PageRequest.TOKEN,
        new QueryParameter()
            .description("The `nextPageToken` of the page before; the first page when absent.")
            .schema(text().pattern("^[A-Za-z0-9_=-]*$")));
    all.put(
        WAIT,
        new QueryParameter()
            .description(
                "How long to wait for an answer that says more: seconds, or a duration such as"
                    + " `30s`. The same as `Prefer: wait`, which has precedence.")
            .schema(text().pattern(Durations.PATTERN.replace("^(", "^(\\d+|")).minLength(1)));
    all.put(
        PREFER,
        new HeaderParameter()
            .description(
                "`wait=` and a number of seconds (RFC 7240): how long to wait for an answer that"
                    + " says more. `Preference-Applied` tells how long that was at most.")
            .schema(text()));
    all.put(
        IdempotencyKey.HEADER,
        new HeaderParameter()
            .description(
                "Your name for this request, 1 to 255 characters: a retry with the same key does"
                    + " not act twice.")
            .schema(text().minLength(1).maxLength(255).pattern("^[ -~]*[!-~][ -~]*$")));
    all.forEach((name, parameter) -> parameter.name(name));
    return all;
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    List<Parameter> parameters =
        new ArrayList<>(operation.getParameters() == null ? List.of() : operation.getParameters());
    parameters.removeIf(parameter -> NEVER_DOCUMENTED.contains(parameter.getName()));
    Arrays.stream(handler.getMethodParameters())
        .map(MethodParameter::getParameterType)
        .flatMap(type -> READ_BY.getOrDefault(type, List.of()).stream())
        .forEach(name -> add(name, parameters));
    operation.setParameters(parameters.isEmpty() ? null : parameters);
    return operation;
  }

  /** An operation may bring its own example for one of them. */
  private static void add(String name, List<Parameter> parameters) {
    Parameter shared = Objects.requireNonNull(all().get(name));
    parameters.stream()
        .filter(own -> name.equals(own.getName()))
        .findFirst()
        .ifPresentOrElse(
            own -> own.description(shared.getDescription()).schema(shared.getSchema()),
            () -> parameters.add(new Parameter().$ref(name)));
  }

  private static Parameter id(Parameter parameter, String description) {
    return parameter.description(description).schema(pathId());
  }

  /** Any id as {@code PathId} reads it from a path. */
  static Schema<?> pathId() {
    return text().minLength(1).maxLength(Identifiers.MAX_BYTES).pattern(PATH_ID);
  }

  private static Schema<?> text() {
    return new JsonSchema().types(Set.of("string"));
  }
}
