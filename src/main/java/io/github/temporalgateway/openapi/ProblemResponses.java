package io.github.temporalgateway.openapi;

import static io.github.temporalgateway.openapi.SharedHeaders.reference;

import io.github.temporalgateway.problem.Problem;
import io.github.temporalgateway.problem.ProblemCode;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Gives every operation one response for each status with which it can fail. */
@Component
class ProblemResponses implements GlobalOperationComponentsCustomizer {

  private static final String PROBLEM = "Problem";

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    return operation;
  }

  @Override
  public Operation customize(Operation operation, Components components, HandlerMethod handler) {
    define(components);
    byStatus(PossibleProblems.of(handler))
        .forEach((status, codes) ->
            operation
                .getResponses()
                .putIfAbsent(String.valueOf(status.value()), refer(status, codes, components)));
    return operation;
  }

  private static void define(Components components) {
    if (components.getSchemas() == null || !components.getSchemas().containsKey(PROBLEM)) {
      ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
    }
  }

  private static Map<HttpStatus, List<ProblemCode>> byStatus(EnumSet<ProblemCode> codes) {
    return codes.stream()
        .collect(Collectors.groupingBy(ProblemCode::status, TreeMap::new, Collectors.toList()));
  }

  /** Operations that fail alike share the definition. */
  private static ApiResponse refer(
      HttpStatus status, List<ProblemCode> codes, Components components) {
    String name = codes.stream().map(ProblemCode::code).collect(Collectors.joining("."));
    if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
      components.addResponses(name, response(status, codes, components));
    }
    return new ApiResponse().$ref("#/components/responses/" + name);
  }

  private static ApiResponse response(
      HttpStatus status, List<ProblemCode> codes, Components components) {
    MediaType body = new MediaType().schema(new Schema<>().$ref(PROBLEM));
    for (ProblemCode code : codes) {
      components.addExamples(
          code.code(), new Example().summary(code.title()).value(ProblemExamples.of(code)));
      body.addExamples(code.code(), new Example().$ref(code.code()));
    }
    ApiResponse response =
        new ApiResponse()
            .description(description(codes))
            .content(new Content().addMediaType("application/problem+json", body));
    headers(status).forEach(name -> response.addHeaderObject(name, reference(name, components)));
    return response;
  }

  private static Collection<String> headers(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED -> List.of(HttpHeaders.WWW_AUTHENTICATE);
      case TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE -> List.of(SharedHeaders.RETRY_AFTER);
      case CONFLICT -> List.of(SharedHeaders.LOCATION);
      case FAILED_DEPENDENCY -> SharedHeaders.EXECUTION.subList(1, 4);
      default -> List.of();
    };
  }

  private static String description(List<ProblemCode> codes) {
    return codes.size() == 1
        ? codes.getFirst().title() + "."
        : codes.stream()
            .map(code -> "- `" + code.code() + "`: " + code.title() + ".")
            .collect(Collectors.joining("\n"));
  }
}
