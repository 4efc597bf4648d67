package io.github.temporalgateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever looks for a setting finds it, with its true default. */
class SettingsTest {

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
      String byDefault =
          setting.path("defaultValue").asString().replaceAll("[\\[\\]]", "").replace(", ", ",");
      Object value = yml.getProperty(name);
      if (value == null) {
        assertThat(text).as(name).contains("# " + name.substring(name.lastIndexOf('.') + 1) + ":");
      }
      assertThat(Objects.toString(value, "")).as(name).isEqualTo(byDefault);
    }
  }

  @Test
  void everySettingIsDocumented() throws IOException {
    String document = Files.readString(Path.of("docs/configuration.md"));

    for (JsonNode setting : settings()) {
      assertThat(document).contains("| `" + setting.path("name").asString() + "` |");
    }
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
