package io.github.temporalgateway.architecture;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The modules as the code uses them, as a Mermaid diagram. Modules with the same arrows share a
 * box; an arrow that follows from others is left out.
 */
final class ModulePicture {

  private final Map<String, Set<String>> uses;

  ModulePicture(Map<String, Set<String>> uses) {
    this.uses = uses;
  }

  static ModulePicture of(ApplicationModules modules) {
    Map<String, Set<String>> uses = new TreeMap<>();
    modules.stream()
        .forEach(module ->
            uses.put(
                module.getIdentifier().toString(),
                module
                    .getDirectDependencies(modules)
                    .uniqueModules()
                    .map(used -> used.getIdentifier().toString())
                    .collect(toCollection(TreeSet::new))));
    return new ModulePicture(uses);
  }

  /** Returns the diagram in Mermaid's language, each line ended. */
  String mermaid() {
    Map<String, Set<String>> modules = reduced(uses);
    Map<Set<String>, String> boxes = new TreeMap<>(ModulePicture::byText);
    modules.forEach(
        (module, targets) -> boxes.merge(targets, module, (box, more) -> box + "<br>" + more));
    Map<String, Set<String>> arrows = new TreeMap<>();
    boxes.forEach((targets, box) ->
        arrows.put(
            box,
            targets.stream()
                .map(target -> boxes.getOrDefault(modules.getOrDefault(target, Set.of()), target))
                .collect(toCollection(TreeSet::new))));

    return "flowchart TD\n"
        + boxes.values().stream()
            .sorted()
            .map(box -> "  %s[\"%s\"]\n".formatted(id(box), box))
            .collect(joining())
        + reduced(arrows).entrySet().stream()
            .flatMap(arrow ->
                arrow.getValue().stream()
                    .map(to -> "  %s --> %s\n".formatted(id(arrow.getKey()), id(to))))
            .collect(joining());
  }

  private static Map<String, Set<String>> reduced(Map<String, Set<String>> graph) {
    Map<String, Set<String>> reduced = new TreeMap<>();
    graph.forEach((node, targets) ->
        reduced.put(
            node,
            targets.stream()
                .filter(to -> targets.stream().noneMatch(via -> reaches(graph, via, to)))
                .collect(toCollection(TreeSet::new))));
    return reduced;
  }

  private static boolean reaches(Map<String, Set<String>> graph, String from, String to) {
    return graph.getOrDefault(from, Set.of()).stream()
        .anyMatch(next -> next.equals(to) || reaches(graph, next, to));
  }

  private static String id(String box) {
    return box.replaceFirst("<br>.*", "");
  }

  private static int byText(Set<String> one, Set<String> other) {
    return one.toString().compareTo(other.toString());
  }
}
