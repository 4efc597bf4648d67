package io.github.temporalgateway.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Pages of other origins may read what answers carry in headers. */
class CrossOriginHeadersTest {

  /** Which browsers show to every page (Fetch standard, CORS-safelisted). */
  private static final Set<String> SHOWN_ANYWAY =
      Set.of("Cache-Control", "Content-Length", "Content-Type");

  @Test
  void allHeadersOfTheDocumentAreShown() throws IOException {
    Set<String> documented = new TreeSet<>();
    collect(new Yaml().load(Files.readString(Path.of("openapi.yaml"))), documented);
    documented.removeAll(SHOWN_ANYWAY);

    assertThat(documented).contains("ETag", "Temporal-Run-Id");
    assertThat(CrossOriginConfiguration.SHOWN).containsAll(documented);
  }

  private static void addHeaders(Map<?, ?> response, Set<String> names) {
    if (response.get("headers") instanceof Map<?, ?> headers) {
      headers.keySet().forEach(name -> names.add(String.valueOf(name)));
    }
  }

  private static void collect(Object node, Set<String> names) {
    if (node instanceof Map<?, ?> members) {
      if (members.get("responses") instanceof Map<?, ?> responses) {
        responses.values().forEach(response -> addHeaders((Map<?, ?>) response, names));
      }
      members.values().forEach(member -> collect(member, names));
    } else if (node instanceof Iterable<?> elements) {
      elements.forEach(element -> collect(element, names));
    }
  }
}
