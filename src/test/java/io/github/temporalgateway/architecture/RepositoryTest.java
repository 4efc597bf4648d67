package io.github.temporalgateway.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is committed makes sense on every machine: no paths of one of them, no dead links. */
class RepositoryTest {

  private List<Path> tracked = List.of();

  @BeforeEach
  void askGit() throws IOException, InterruptedException {
    assumeThat(Path.of(".git")).as("a source archive has no tracked files").exists();
    Process git = new ProcessBuilder("git", "ls-files", "-z").start();
    String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as("exit code of git ls-files").isZero();
    tracked = Stream.of(names.split("\0")).map(Path::of).filter(Files::isRegularFile).toList();
  }

  @Test
  void noFileNamesTheFoldersOfOneMachine() throws IOException {
    for (Path file : tracked) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      if (text.indexOf('\0') < 0) {
        assertThat(RepositoryText.foldersOfOneMachine(text)).as(file.toString()).isEmpty();
      }
    }
  }

  @Test
  void linksInMarkdownLeadSomewhere() throws IOException {
    for (Path file : tracked) {
      if (file.toString().endsWith(".md")) {
        assertThat(RepositoryText.deadLinks(file)).as(file.toString()).isEmpty();
      }
    }
  }
}
