package io.github.temporalgateway.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.links.Link;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/**
 * Where to go on from the answers of an operation: {@code openapi/{operationId}/links.json} from
 * any good one, {@code links202.json} only from that with this status.
 */
final class AnswerLinks {

  private static final TypeReference<Map<String, Link>> LINKS = new TypeReference<>() {};

  private AnswerLinks() {}

  static void add(OpenAPI document) {
    document.getPaths().values().stream()
        .flatMap(item -> item.readOperations().stream())
        .forEach(AnswerLinks::add);
  }

  private static void add(Operation operation) {
    String folder = "openapi/" + NamespaceTwins.declaredId(operation);
    operation
        .getResponses()
        .forEach((status, response) -> {
          if (status.startsWith("2")) {
            Map<String, Link> links = new LinkedHashMap<>(read(folder + "/links.json"));
            links.putAll(read(folder + "/links" + status + ".json"));
            response.setLinks(links.isEmpty() ? null : links);
          }
        });
  }

  private static Map<String, Link> read(String path) {
    ClassPathResource file = new ClassPathResource(path);
    if (!file.exists()) {
      return Map.of();
    }
    try (InputStream json = file.getInputStream()) {
      return Json31.mapper().readValue(json, LINKS);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The links " + file, unreadable);
    }
  }
}
