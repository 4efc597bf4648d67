package io.github.temporalgateway.architecture;

import java.nio.file.Path;
import java.util.List;

/**
 * What the rules of the source tree need to know about one Java file.
 *
 * @param path where it lies
 * @param lines its text
 * @param types its top-level types
 * @param undocumented types and public methods without a Javadoc, as findings
 * @param forbidden constructs that production code does without, as findings
 * @param packageDuty sentences of the Javadoc of a {@code package-info}; 0 in any other file
 * @param nullMarked whether the package declaration carries {@code @NullMarked}
 */
record SourceFile(
    Path path,
    List<String> lines,
    List<TopLevelType> types,
    List<String> undocumented,
    List<String> forbidden,
    int packageDuty,
    boolean nullMarked) {

  boolean isPackageInfo() {
    return path.endsWith("package-info.java");
  }

  /** Whether the file declares only records and enums: words of the API, not behaviour. */
  boolean isVocabulary() {
    return types.stream().allMatch(TopLevelType::data);
  }

  Path folder() {
    return path.resolveSibling("");
  }

  /**
   * A type that is not nested.
   *
   * @param name its simple name
   * @param exposed whether it is public
   * @param data whether it is a record or an enum
   */
  record TopLevelType(String name, boolean exposed, boolean data) {}
}
