package io.github.temporalgateway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The readers of committed text find what they are there to find, and nothing else. */
class RepositoryTextTest {

  @TempDir private Path root = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"root/", "work/main", "home/ann/x", "Users/ann"})
  void folderOfOneMachineIsFound(String folder) {
    assertThat(RepositoryText.foldersOfOneMachine("cd /" + folder)).containsExactly("/" + folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$HOME/.m2", "~/.m2", "/workflows/x", "/work-queue", "a/root/b", "/home"})
  void otherPathIsLeftAlone(String path) {
    assertThat(RepositoryText.foldersOfOneMachine("see " + path)).isEmpty();
  }

  @Test
  void deadLinkIsFound() throws IOException {
    Files.writeString(root.resolve("b.md"), "# What's `new`, today?\n");
    Path a = root.resolve("a.md");
    Files.writeString(
        a,
        """
        # Top
        [web](https://example.org/x) [mail](mailto:a@example.org) [top](#top) [b](b.md)
        [heading](b.md#whats-new-today) [gone](c.md) [no heading](b.md#old) [nothing](#bottom)
        ```
        [in code](d.md)
        ```
        """);

    assertThat(RepositoryText.deadLinks(a)).containsExactly("c.md", "b.md#old", "#bottom");
  }
}
