package io.github.temporalgateway.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.temporalgateway.architecture.SourceFile.TopLevelType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The budgets of the source tree: short files, small packages, words for everything public. */
@TestInstance(Lifecycle.PER_CLASS)
class SourceTreeTest {

  /** From this size on, a share and a median say something. */
  private static final int ENOUGH = 20;

  private SourceTree main = new SourceTree(Path.of(""), List.of());
  private SourceTree test = main;

  @BeforeAll
  void readTheSources() throws IOException {
    main = SourceTree.read(Path.of("src/main/java"));
    test = SourceTree.read(Path.of("src/test/java"));
  }

  @Test
  void filesStayShort() {
    assertThat(main.filesLongerThan(300)).as("split the class by duty").isEmpty();
    assertThat(test.filesLongerThan(400)).as("split the test by behaviour").isEmpty();
  }

  @Test
  void mostFilesAreVeryShort() {
    assumeThat(main.types()).hasSizeGreaterThanOrEqualTo(ENOUGH);

    assertThat(main.medianLines()).as("median lines of a production file").isLessThanOrEqualTo(70);
  }

  @Test
  void packagesStaySmall() {
    assertThat(main.packagesOverfull(20, 40))
        .as("20 files with behaviour, 40 with records and enums: split the module")
        .isEmpty();
  }

  @Test
  void everyPackageSaysItsDuty() {
    assertThat(main.packagesWithoutDuty()).isEmpty();
    assertThat(test.packagesWithoutDuty(main)).isEmpty();
  }

  @Test
  void testsDoNotHideThePackageInfoOfProduction() {
    assertThat(test.packagesDeclaredTwice(main)).as("delete it under src/test/java").isEmpty();
  }

  @Test
  void mostTypesArePackagePrivate() {
    assumeThat(main.types()).hasSizeGreaterThanOrEqualTo(ENOUGH);

    List<String> exposed =
        main.types().stream().filter(TopLevelType::exposed).map(TopLevelType::name).toList();
    assertThat(exposed)
        .as("a type is public only when another module uses it; bodies need not be for springdoc")
        .hasSizeLessThanOrEqualTo(main.types().size() / 2);
  }

  @Test
  void everyTypeAndPublicMethodIsDocumented() {
    assertThat(main.undocumented()).isEmpty();
  }

  @Test
  void productionCodeDoesNotSuppressOrLock() {
    assertThat(main.forbidden()).isEmpty();
  }

  @Test
  void linesHaveNoTabsAndNoOpenEndsWithoutAnIssue() {
    assertThat(main.untidyLines()).as("write T" + "ODO(#12) with the issue's number").isEmpty();
    assertThat(test.untidyLines()).as("write T" + "ODO(#12) with the issue's number").isEmpty();
  }
}
