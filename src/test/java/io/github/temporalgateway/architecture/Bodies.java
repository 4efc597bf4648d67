package io.github.temporalgateway.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMapping;

/** The records that travel: those that handler methods take and give, with all their parts. */
final class Bodies extends AbstractClassesTransformer<JavaClass> {

  Bodies() {
    super("records that handler methods take or give");
  }

  @Override
  public Iterable<JavaClass> doTransform(JavaClasses classes) {
    Deque<JavaClass> open = new ArrayDeque<>();
    classes.stream().flatMap(type -> type.getMethods().stream()).forEach(m -> addTypesOf(m, open));
    Set<JavaClass> found = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      JavaClass type = open.pop();
      if (classes.contain(type.getName()) && found.add(type)) {
        open.addAll(type.getAllSubclasses());
        partsOf(type).forEach(open::add);
      }
    }
    return found.stream().filter(JavaClass::isRecord).toList();
  }

  private static void addTypesOf(JavaMethod method, Deque<JavaClass> open) {
    if (method.isMetaAnnotatedWith(RequestMapping.class)) {
      open.addAll(method.getAllInvolvedRawTypes());
    }
  }

  private static Stream<JavaClass> partsOf(JavaClass type) {
    return type.isRecord()
        ? type.getFields().stream()
            .map(JavaField::getAllInvolvedRawTypes)
            .flatMap(Collection::stream)
        : Stream.empty();
  }
}
