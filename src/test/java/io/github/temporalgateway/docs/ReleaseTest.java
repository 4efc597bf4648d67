package io.github.temporalgateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The next version can be released: there is something to tell, and the workflows fit together. */
class ReleaseTest {

  private static final Path WORKFLOWS = Path.of(".github/workflows");
  private static final Pattern VERSION =
      Pattern.compile(
          "<artifactId>temporal-rest-gateway</artifactId>\\s*<version>([0-9.]+)-SNAPSHOT");
  private static final Pattern USED = Pattern.compile("uses: (\\S+)");
  private static final Pattern SCRIPT = Pattern.compile("(?<![\\w/.])(?:\\.ci|bench)/[\\w-]+");

  @Test
  void changelogTellsAboutTheNextVersion() throws IOException, InterruptedException {
    String version = VERSION.matcher(read("pom.xml")).results().findFirst().orElseThrow().group(1);
    String notes = ConsoleExamples.run(".ci/release-notes " + version);

    assertThat(notes).startsWith("### Highlights\n\n- ").contains("\n### New\n\n- ");
    assertThat(notes).doesNotContain("\n\n\n").doesNotContain("\n## ");
  }

  @Test
  void versionWithoutASectionIsRefused() throws IOException, InterruptedException {
    assertThat(ConsoleExamples.run(".ci/release-notes 99.0.0 || echo refused"))
        .contains("no section for 99.0.0")
        .endsWith("refused\n");
  }

  @Test
  void workflowsUseVersionsOfActionsAndScriptsThatExist() throws IOException {
    for (Path workflow : files(WORKFLOWS)) {
      String text = read(workflow.toString());

      assertThat(new Yaml().<Object>load(text)).as(workflow.toString()).isNotNull();
      assertThat(found(USED, text))
          .allMatch(used -> used.startsWith("./") || used.matches("[\\w./-]+@v[0-9.]+"))
          .filteredOn(used -> used.startsWith("./"))
          .allMatch(used -> Files.exists(Path.of(used)));
      assertThat(SCRIPT.matcher(text).results().map(MatchResult::group))
          .isNotEmpty()
          .allMatch(script -> Files.isExecutable(Path.of(script)));
    }
  }

  @Test
  void formsOfIssuesCanBeRead() throws IOException {
    for (Path form : files(Path.of(".github/ISSUE_TEMPLATE"))) {
      assertThat(new Yaml().<Object>load(read(form.toString()))).as(form.toString()).isNotNull();
    }
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = files.toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  private static String read(String file) throws IOException {
    return Files.readString(Path.of(file));
  }
}
