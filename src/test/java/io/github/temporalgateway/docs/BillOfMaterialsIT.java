package io.github.temporalgateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealTemporal;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar says what it consists of: everything, each once, in one version. */
@RealTemporal
class BillOfMaterialsIT {

  private static final String PLACE = "META-INF/sbom/application.cdx.json";

  @Test
  void everyLibraryOfTheJarIsListedOnceAndPinned() throws IOException {
    try (JarFile jar = new JarFile(BuiltGateway.jar().toFile())) {
      List<String> libraries =
          jar.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.startsWith("BOOT-INF/lib/"))
              .map(name -> name.substring(name.lastIndexOf('/') + 1))
              .filter(name -> !name.isEmpty() && !name.startsWith("spring-boot-jarmode-"))
              .toList();
      List<JsonNode> components =
          JsonMapper.shared()
              .readTree(jar.getInputStream(jar.getEntry(PLACE)))
              .path("components")
              .valueStream()
              .toList();

      assertThat(libraries).hasSizeGreaterThan(50);
      assertThat(components.stream().map(BillOfMaterialsIT::file).toList()).containsAll(libraries);
      assertThat(
              components.stream()
                  .map(it -> it.path("group").asString() + ":" + it.path("name").asString())
                  .toList())
          .doesNotHaveDuplicates();
      assertThat(components.stream().map(it -> it.path("version").asString()).toList())
          .allMatch(version -> version.matches("[0-9A-Za-z][0-9A-Za-z.+_-]*"))
          .noneMatch(version -> version.endsWith("-SNAPSHOT"));
    }
  }

  private static String file(JsonNode component) {
    String purl = component.path("purl").asString();
    String classifier =
        purl.contains("classifier=")
            ? "-" + purl.replaceFirst(".*[?&]classifier=", "").replaceFirst("&.*", "")
            : "";
    return component.path("name").asString()
        + "-"
        + component.path("version").asString()
        + classifier
        + ".jar";
  }

  @Test
  void managementPortShowsIt(TemporalDevServer server) {
    try (OwnGateway own = OwnGateway.start(server.target())) {
      assertThat(own.management().get("/actuator/sbom/application").is(200).text())
          .contains("\"CycloneDX\"", "temporal-sdk", "jetty-server");
      own.client().get("/actuator/sbom/application").is(404);
    }
  }
}
