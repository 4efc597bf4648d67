package io.github.temporalgateway.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import io.github.temporalgateway.architecture.SourceFile.TopLevelType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The Java files under one root, read as the compiler reads them.
 *
 * @param root the folder of the default package
 * @param files all files below it
 */
record SourceTree(Path root, List<SourceFile> files) {

  private static final Pattern OPEN_END = Pattern.compile("\\bTO" + "DO\\b(?!\\(#\\d+\\))");

  static SourceTree read(Path root) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(root)) {
      paths = walk.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<SourceFile> files = new ArrayList<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(paths));
      DocTrees docs = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        Path path = Path.of(unit.getSourceFile().getName());
        files.add(SourceScanner.scan(path, Files.readAllLines(path), unit, docs));
      }
    }
    return new SourceTree(root, List.copyOf(files));
  }

  List<String> filesLongerThan(int lines) {
    return files.stream()
        .filter(file -> file.lines().size() > lines)
        .map(file -> file.path() + " has " + file.lines().size() + " lines")
        .toList();
  }

  /** The middle of the lengths of all files that declare a type. */
  int medianLines() {
    int[] lengths =
        files.stream()
            .filter(file -> !file.isPackageInfo())
            .mapToInt(file -> file.lines().size())
            .sorted()
            .toArray();
    return lengths.length == 0 ? 0 : lengths[lengths.length / 2];
  }

  /** Packages with too many files; records and enums count only towards the second limit. */
  List<String> packagesOverfull(int mostWithBehaviour, int most) {
    Map<Path, Long> behaviour = countByFolder(file -> !file.isVocabulary());
    return countByFolder(file -> true).entrySet().stream()
        .filter(folder ->
            folder.getValue() > most
                || behaviour.getOrDefault(folder.getKey(), 0L) > mostWithBehaviour)
        .map(folder -> folder.getKey() + " holds " + folder.getValue() + " files")
        .toList();
  }

  /** Packages with types, but without one sentence on their duty and {@code @NullMarked}. */
  List<String> packagesWithoutDuty(SourceTree... alsoDeclaredBy) {
    List<Path> declared = declaredPackages();
    List<Path> declaredElsewhere =
        Stream.of(alsoDeclaredBy).flatMap(tree -> tree.declaredPackages().stream()).toList();
    return countByFolder(file -> true).keySet().stream()
        .map(root::relativize)
        .filter(folder -> !declared.contains(folder) && !declaredElsewhere.contains(folder))
        .map(folder ->
            folder + "/package-info.java needs a Javadoc of exactly one sentence and @NullMarked")
        .toList();
  }

  /** Packages that both trees declare: one class file would hide the other. */
  List<Path> packagesDeclaredTwice(SourceTree other) {
    return declaredPackages().stream().filter(other.declaredPackages()::contains).toList();
  }

  List<String> undocumented() {
    return files.stream().flatMap(file -> file.undocumented().stream()).toList();
  }

  List<String> forbidden() {
    return files.stream().flatMap(file -> file.forbidden().stream()).toList();
  }

  List<String> untidyLines() {
    return files.stream().flatMap(SourceTree::untidyLines).toList();
  }

  List<TopLevelType> types() {
    return files.stream().flatMap(file -> file.types().stream()).toList();
  }

  private List<Path> declaredPackages() {
    return files.stream()
        .filter(SourceFile::isPackageInfo)
        .filter(file -> file.packageDuty() == 1 && file.nullMarked())
        .map(file -> root.relativize(file.folder()))
        .toList();
  }

  private Map<Path, Long> countByFolder(Predicate<SourceFile> counted) {
    return files.stream()
        .filter(file -> !file.isPackageInfo())
        .filter(counted)
        .collect(Collectors.groupingBy(SourceFile::folder, TreeMap::new, Collectors.counting()));
  }

  private static Stream<String> untidyLines(SourceFile file) {
    return IntStream.range(0, file.lines().size())
        .filter(line ->
            file.lines().get(line).indexOf('\t') >= 0
                || OPEN_END.matcher(file.lines().get(line)).find())
        .mapToObj(line -> file.path() + ":" + (line + 1) + " " + file.lines().get(line).strip());
  }
}
