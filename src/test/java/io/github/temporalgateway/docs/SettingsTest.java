package io.github.temporalgateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever looks for a setting finds it, with its true default. */
class SettingsTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `gateway\\.[^`]+` \\| [^|]+ \\|");

  @Test
  void everySettingIsInApplicationYmlWithItsDefault() throws IOException {
    EnumerablePropertySource<?> yml =
        (EnumerablePropertySource<?>)
            new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml"))
                .getFirst();

    String text = Files.readString(Path.of("src/main/resources/application.yml"));

    for (JsonNode setting : settings()) {
      String name = setting.path("name").asString();
      Object value = yml.getProperty(name);
      if (value == null) {
        assertThat(text).as(name).contains("# " + name.substring(name.lastIndexOf('.') + 1) + ":");
      }
      assertThat(Objects.toString(value, "")).as(name).isEqualTo(byDefault(setting));
    }
  }

  @Test
  void tableHasEverySettingOnceInOrderWithItsDefault() throws IOException {
    List<String> documented =
        ROW.matcher(Files.readString(Path.of("docs/configuration.md")))
            .results()
            .map(MatchResult::group)
            .toList();

    assertThat(documented)
        .as("rows of docs/configuration.md that start with gateway.")
        .containsExactlyElementsOf(
            settings().stream()
                .sorted(Comparator.comparing(setting -> setting.path("name").asString()))
                .map(setting -> row(setting.path("name").asString(), byDefault(setting)))
                .toList());
  }

  private static String row(String name, String byDefault) {
    return "| `%s` | %s |".formatted(name, byDefault.isEmpty() ? "–" : "`" + byDefault + "`");
  }

  private static String byDefault(JsonNode setting) {
    return setting.path("defaultValue").asString().replaceAll("[\\[\\]]", "").replace(", ", ",");
  }

  private static List<JsonNode> settings() throws IOException {
    byte[] metadata =
        Files.readAllBytes(Path.of("target/classes/META-INF/spring-configuration-metadata.json"));
    List<JsonNode> settings =
        JsonMapper.shared().readTree(metadata).path("properties").valueStream().toList();
    assertThat(settings).isNotEmpty();
    return settings;
  }
}
