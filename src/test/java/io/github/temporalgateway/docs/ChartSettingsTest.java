package io.github.temporalgateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the Helm chart sets, the gateway and its libraries have. */
class ChartSettingsTest {

  private static final Path TEMPLATES = Path.of("helm/temporal-rest-gateway/templates");
  private static final Pattern SETTING =
      Pattern.compile("(?m)^([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+): ");
  private static final Pattern VARIABLE = Pattern.compile("(?m)^ +- name: ([A-Z][A-Z0-9_]+)$");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)}");

  /** Read before there are settings, so no library describes it; and the launcher's own. */
  private static final Map<String, String> NO_SETTINGS =
      Map.of("SPRING_CONFIG_ADDITIONAL_LOCATION", "Boot", "JDK_JAVA_OPTIONS", "java");

  @Test
  void everySettingExists() throws IOException {
    Map<ConfigurationPropertyName, String> known = known();

    for (String setting : found(SETTING, "_settings.tpl")) {
      ConfigurationPropertyName name = ConfigurationPropertyName.of(setting);
      assertThat(
              known.entrySet().stream()
                  .anyMatch(entry ->
                      entry.getKey().equals(name)
                          || (entry.getKey().isAncestorOf(name)
                              && entry.getValue().startsWith("java.util.Map"))))
          .as(setting)
          .isTrue();
    }
  }

  @Test
  void everyEnvironmentVariableIsRead() throws IOException {
    assertThat(found(VARIABLE, "deployment.yaml"))
        .allMatch(variable ->
            NO_SETTINGS.containsKey(variable)
                || found(PLACEHOLDER, "_settings.tpl").contains(variable));
  }

  private static List<String> found(Pattern pattern, String template) {
    try {
      List<String> found =
          pattern
              .matcher(Files.readString(TEMPLATES.resolve(template)))
              .results()
              .map((MatchResult result) -> result.group(1))
              .toList();
      assertThat(found).as(template).isNotEmpty();
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<ConfigurationPropertyName, String> known() throws IOException {
    Map<ConfigurationPropertyName, String> known = new TreeMap<>();
    for (URL metadata :
        Collections.list(
            ChartSettingsTest.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
      try (InputStream stream = metadata.openStream()) {
        Stream<JsonNode> properties =
            JsonMapper.shared().readTree(stream.readAllBytes()).path("properties").valueStream();
        properties.forEach(property ->
            known.put(
                ConfigurationPropertyName.of(property.path("name").asString()),
                property.path("type").asString("")));
      }
    }
    assertThat(known).hasSizeGreaterThan(500);
    return known;
  }
}
