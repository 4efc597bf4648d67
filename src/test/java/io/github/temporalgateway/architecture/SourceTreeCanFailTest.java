package io.github.temporalgateway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.architecture.SourceFile.TopLevelType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The readers of the source tree find what they are there to find, and nothing else. */
class SourceTreeCanFailTest {

  @TempDir private Path root = Path.of("");

  @Test
  void lengthsAreCounted() throws IOException {
    plant("a/Short.java", "class Short {}");
    plant("a/Long.java", "class Long {\n\n\n\n}");
    plant("a/Longer.java", "class Longer {\n\n\n\n\n}");

    SourceTree tree = SourceTree.read(root);

    assertThat(tree.medianLines()).isEqualTo(5);
    assertThat(tree.filesLongerThan(5)).singleElement().asString().endsWith("has 6 lines");
  }

  @Test
  void crowdsAreCountedTwice() throws IOException {
    plant("a/package-info.java", "package a;");
    plant("a/Service.java", "class Service {}");
    plant("a/Mapper.java", "class Mapper {}");
    plant("a/Body.java", "record Body() {}");
    plant("a/Kind.java", "enum Kind {}");

    SourceTree tree = SourceTree.read(root);

    assertThat(tree.packagesOverfull(1, 9)).singleElement().asString().endsWith("holds 4 files");
    assertThat(tree.packagesOverfull(9, 3)).hasSize(1);
    assertThat(tree.packagesOverfull(2, 4)).isEmpty();
  }

  @Test
  void packagesNeedOneSentenceAndNullMarked() throws IOException {
    plant("none/A.java", "class A {}");
    plant("unmarked/A.java", "class A {}");
    plant("unmarked/package-info.java", "/** Does one thing. */\npackage unmarked;");
    plant("wordless/A.java", "class A {}");
    plant("wordless/package-info.java", "@NullMarked\npackage wordless;");
    plant("wordy/A.java", "class A {}");
    plant("wordy/package-info.java", "/** One. And two. */\n@NullMarked\npackage wordy;");
    plant("good/A.java", "class A {}");
    plant("good/package-info.java", "/** Does one thing. */\n@NullMarked\npackage good;");

    SourceTree tree = SourceTree.read(root);

    assertThat(tree.packagesWithoutDuty())
        .extracting(finding -> finding.substring(0, finding.indexOf('/')))
        .containsExactly("none", "unmarked", "wordless", "wordy");
    assertThat(tree.packagesWithoutDuty(tree)).hasSize(4);
    assertThat(tree.packagesDeclaredTwice(tree)).containsExactly(Path.of("good"));
  }

  @Test
  void wordsAreMissedOnTypesAndPublicMethods() throws IOException {
    plant(
        "A.java",
        """
        public class A {
          public A() {}
          public int silent() { return 0; }
          /** Speaks. */
          public int spoken() { return 0; }
          @Override public String toString() { return ""; }
          int internal() { return 0; }
          Runnable task = new Runnable() { public void run() {} };
        }
        """);
    plant("B.java", "/** Speaks. */ interface B { void silent(); }");

    assertThat(SourceTree.read(root).undocumented())
        .extracting(finding -> finding.replaceAll(".*'(.*)'.*", "$1"))
        .containsExactly("A", "silent", "silent");
  }

  @Test
  void suppressionsAndLocksAreFound() throws IOException {
    plant(
        "A.java",
        """
        class A {
          @SuppressWarnings("unchecked")
          void locked() {
            Runnable task = new Runnable() {
              public void run() { synchronized (this) {} }
            };
          }
        }
        """);

    assertThat(SourceTree.read(root).forbidden())
        .satisfiesExactly(
            finding -> assertThat(finding).contains("A.java:2 @SuppressWarnings"),
            finding -> assertThat(finding).contains("A.java:5 synchronized"));
  }

  @Test
  void tabsAndOpenEndsAreFound() throws IOException {
    plant("A.java", "class A {\n\tint tab;\n// TO" + "DO later\n// TO" + "DO(#12) later\n}");

    assertThat(SourceTree.read(root).untidyLines()).hasSize(2);
  }

  @Test
  void visibilityIsThatOfTheType() throws IOException {
    plant("A.java", "public record A() { record Nested() {} }");
    plant("B.java", "class B {}");

    assertThat(SourceTree.read(root).types())
        .containsExactly(new TopLevelType("A", true, true), new TopLevelType("B", false, false));
  }

  private void plant(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
