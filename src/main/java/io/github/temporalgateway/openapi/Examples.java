package io.github.temporalgateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Examples of bodies, from files named {@code openapi/{operationId}/{place}-{name}.json}. The place
 * is {@code request1}, {@code request2} … or the status of an answer. What comes in a stream has
 * the extension {@code ndjson} or {@code sse}, and is one line or event of it, in JSON too.
 */
final class Examples {

  private static final Pattern NAME =
      Pattern.compile("(request|\\d{3})\\d*-(.+)\\.(json|ndjson|sse)");
  private static final Map<String, String> TYPES =
      Map.of(
          "json", "application/json",
          "ndjson", "application/x-ndjson",
          "sse", "text/event-stream");

  private Examples() {}

  static void add(OpenAPI document) {
    document.getPaths().values().stream()
        .flatMap(item -> item.readOperations().stream())
        .forEach(operation ->
            files(NamespaceTwins.declaredId(operation)).forEach(file -> add(operation, file)));
  }

  private static void add(Operation operation, Resource file) {
    Matcher name = NAME.matcher(Objects.requireNonNullElse(file.getFilename(), ""));
    if (!name.matches()) {
      throw new IllegalStateException("No name for an example: " + file);
    }
    Content content = content(operation, name.group(1));
    MediaType body = content == null ? null : content.get(TYPES.get(name.group(3)));
    if (body == null) {
      throw new IllegalStateException("Nothing in the document has the example " + file);
    }
    body.addExamples(name.group(2), example(name.group(2), file));
  }

  private static @Nullable Content content(Operation operation, String place) {
    if (place.equals("request")) {
      return operation.getRequestBody() == null ? null : operation.getRequestBody().getContent();
    }
    ApiResponse response = operation.getResponses().get(place);
    return response == null ? null : response.getContent();
  }

  private static Example example(String name, Resource file) {
    String words = name.replace('-', ' ');
    try (InputStream json = file.getInputStream()) {
      JsonNode value = Json31.mapper().readTree(json);
      return new Example()
          .summary(Character.toUpperCase(words.charAt(0)) + words.substring(1))
          .value(value);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The example " + file, unreadable);
    }
  }

  private static List<Resource> files(String operationId) {
    try {
      Resource[] found =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:openapi/" + operationId + "/*-*.*");
      return Arrays.stream(found)
          .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Examples of " + operationId, unreadable);
    }
  }
}
