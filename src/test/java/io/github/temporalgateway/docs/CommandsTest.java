package io.github.temporalgateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Commands of the documents that are too long to be run here name what exists. */
class CommandsTest {

  private static final Pattern TESTS = Pattern.compile("-D(?:it\\.)?test=([A-Za-z,]+)");
  private static final Pattern SCRIPT = Pattern.compile("(?m)(?:`|^)((?:\\.ci|bench)/[\\w-]+)");
  private static final Pattern BUILD_ARGUMENT = Pattern.compile("--build-arg (\\w+)=");

  @Test
  void testsThatAreNamedExist() throws IOException {
    Set<String> classes = testClasses();

    assertThat(named(TESTS).flatMap(names -> Stream.of(names.split(",", -1))))
        .hasSizeGreaterThan(5)
        .filteredOn(name -> !name.equalsIgnoreCase("none"))
        .allMatch(classes::contains);
  }

  @Test
  void scriptsThatAreNamedCanBeRun() throws IOException {
    assertThat(named(SCRIPT))
        .contains(".ci/image", "bench/run")
        .allMatch(script -> Files.isExecutable(Path.of(script)));
  }

  @Test
  void argumentsOfTheImageExist() throws IOException {
    String dockerfile = Files.readString(Path.of("Dockerfile"));

    assertThat(named(BUILD_ARGUMENT))
        .contains("JAR_FROM")
        .allMatch(argument -> dockerfile.contains("\nARG " + argument + "="));
  }

  private static Set<String> testClasses() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .collect(Collectors.toSet());
    }
  }

  private static Stream<String> named(Pattern pattern) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path document : documents()) {
      text.append(Files.readString(document));
    }
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      return Stream.concat(
              Stream.of("README.md", "CONTRIBUTING.md", "bench/README.md").map(Path::of),
              docs.filter(file -> file.toString().endsWith(".md")))
          .toList();
    }
  }
}
