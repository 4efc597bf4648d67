package io.github.temporalgateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Dependabot looks for updates of each file that names dependencies. */
class UpdatesTest {

  private static final Map<String, String> ECOSYSTEMS =
      Map.of(
          "pom.xml", "maven",
          "go.mod", "gomod",
          "requirements.txt", "pip",
          "package.json", "npm",
          "Dockerfile", "docker",
          "compose.yaml", "docker-compose");

  @Test
  void updatesAreLookedForInEachFolderThatNamesDependencies() throws IOException {
    Map<String, Set<String>> looked = looked();

    assertThat(looked.remove("github-actions")).containsExactly("/");
    assertThat(looked).isEqualTo(named());
  }

  private static Map<String, Set<String>> looked() throws IOException {
    JsonNode updates =
        JsonMapper.shared()
            .<JsonNode>valueToTree(
                new Yaml().<Object>load(Files.readString(Path.of(".github/dependabot.yml"))))
            .path("updates");
    Map<String, Set<String>> looked = new TreeMap<>();
    for (JsonNode update : updates) {
      Set<String> folders =
          looked.computeIfAbsent(update.path("package-ecosystem").asString(), _ -> new TreeSet<>());
      Stream.concat(
              update.path("directories").valueStream(),
              Stream.of(update.path("directory")).filter(JsonNode::isString))
          .forEach(folder -> folders.add(folder.asString()));
    }
    return looked;
  }

  private static Map<String, Set<String>> named() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    Map<String, Set<String>> named = new TreeMap<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean made =
                name.startsWith(".") || name.equals("target") || name.equals("node_modules");
            return made && !folder.equals(root)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String ecosystem = ECOSYSTEMS.get(file.getFileName().toString());
            if (ecosystem != null) {
              named
                  .computeIfAbsent(ecosystem, _ -> new TreeSet<>())
                  .add("/" + root.relativize(file.getParent()));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return named;
  }
}
