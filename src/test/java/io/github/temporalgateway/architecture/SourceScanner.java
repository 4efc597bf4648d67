package io.github.temporalgateway.architecture;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import io.github.temporalgateway.architecture.SourceFile.TopLevelType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Walks one parsed file and notes what the rules of the source tree ask for. */
final class SourceScanner extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private static final Set<Tree.Kind> IMPLICITLY_PUBLIC =
      Set.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE);

  private static final Set<Tree.Kind> DATA = Set.of(Tree.Kind.RECORD, Tree.Kind.ENUM);

  private final Path path;
  private final CompilationUnitTree unit;
  private final DocTrees docs;
  private final List<TopLevelType> types = new ArrayList<>();
  private final List<String> undocumented = new ArrayList<>();
  private final List<String> forbidden = new ArrayList<>();

  private SourceScanner(Path path, CompilationUnitTree unit, DocTrees docs) {
    this.path = path;
    this.unit = unit;
    this.docs = docs;
  }

  static SourceFile scan(Path path, List<String> lines, CompilationUnitTree unit, DocTrees docs) {
    SourceScanner scanner = new SourceScanner(path, unit, docs);
    scanner.scan(unit, null);
    return new SourceFile(
        path,
        lines,
        List.copyOf(scanner.types),
        List.copyOf(scanner.undocumented),
        List.copyOf(scanner.forbidden),
        scanner.packageDuty(),
        unit.getPackageAnnotations().stream().anyMatch(SourceScanner::isNullMarked));
  }

  @Override
  public @Nullable Void visitClass(ClassTree type, @Nullable Void context) {
    if (getCurrentPath().getParentPath().getLeaf() == unit) {
      boolean exposed = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
      boolean data = DATA.contains(type.getKind());
      types.add(new TopLevelType(type.getSimpleName().toString(), exposed, data));
      requireJavadoc(type, type.getSimpleName());
    }
    return super.visitClass(type, context);
  }

  @Override
  public @Nullable Void visitMethod(MethodTree method, @Nullable Void context) {
    boolean constructor = method.getReturnType() == null;
    if (!constructor && isPublic(method) && !hasAnnotation(method, "Override")) {
      requireJavadoc(method, method.getName());
    }
    return super.visitMethod(method, context);
  }

  @Override
  public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void context) {
    if (isNamed(annotation, "SuppressWarnings")) {
      forbidden.add(finding(annotation, "@SuppressWarnings: mend what the check found"));
    }
    return super.visitAnnotation(annotation, context);
  }

  @Override
  public @Nullable Void visitSynchronized(SynchronizedTree block, @Nullable Void context) {
    forbidden.add(finding(block, "synchronized block: use a ReentrantLock"));
    return super.visitSynchronized(block, context);
  }

  private boolean isPublic(MethodTree method) {
    Set<Modifier> flags = method.getModifiers().getFlags();
    Tree owner = getCurrentPath().getParentPath().getLeaf();
    boolean anonymous = owner instanceof ClassTree type && type.getSimpleName().isEmpty();
    return (flags.contains(Modifier.PUBLIC) && !anonymous)
        || (IMPLICITLY_PUBLIC.contains(owner.getKind()) && !flags.contains(Modifier.PRIVATE));
  }

  private void requireJavadoc(Tree tree, CharSequence name) {
    DocCommentTree doc = docs.getDocCommentTree(getCurrentPath());
    if (doc == null || doc.getFirstSentence().isEmpty()) {
      undocumented.add(finding(tree, "'" + name + "' has no Javadoc sentence"));
    }
  }

  private int packageDuty() {
    if (!path.endsWith("package-info.java") || unit.getPackage() == null) {
      return 0;
    }
    DocCommentTree doc = docs.getDocCommentTree(TreePath.getPath(unit, unit.getPackage()));
    if (doc == null || doc.getFirstSentence().isEmpty()) {
      return 0;
    }
    return doc.getBody().isEmpty() ? 1 : 2;
  }

  private String finding(Tree tree, String text) {
    long start = docs.getSourcePositions().getStartPosition(unit, tree);
    return path + ":" + unit.getLineMap().getLineNumber(start) + " " + text;
  }

  private static boolean hasAnnotation(MethodTree method, String name) {
    return method.getModifiers().getAnnotations().stream()
        .anyMatch(annotation -> isNamed(annotation, name));
  }

  private static boolean isNullMarked(AnnotationTree annotation) {
    return isNamed(annotation, "NullMarked");
  }

  private static boolean isNamed(AnnotationTree annotation, String name) {
    String type = annotation.getAnnotationType().toString();
    return type.equals(name) || type.endsWith("." + name);
  }
}
