package io.github.temporalgateway.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The same order each time, and one that reads well: Swagger UI shows operations in it. */
final class ReadingOrder {

  private ReadingOrder() {}

  /**
   * Sorts the document.
   *
   * @param ranks rank of each tag, by its name; the others follow
   */
  static void apply(OpenAPI document, Map<String, Integer> ranks) {
    Comparator<Tag> byRank = Comparator.comparing(tag -> rank(tag.getName(), ranks));
    if (document.getTags() != null) {
      document.setTags(
          document.getTags().stream().sorted(byRank.thenComparing(Tag::getName)).toList());
    }
    Comparator<Map.Entry<String, PathItem>> twinsLast =
        Comparator.comparing(entry -> NamespaceTwins.isTwin(entry.getKey(), document.getPaths()));
    Paths sorted = new Paths();
    document.getPaths().entrySet().stream()
        .sorted(
            twinsLast
                .thenComparing(entry -> rank(entry.getValue(), ranks))
                .thenComparing(Map.Entry::getKey))
        .forEach(entry -> sorted.addPathItem(entry.getKey(), entry.getValue()));
    document.setPaths(sorted);
    sort(document.getComponents());
  }

  private static void sort(Components components) {
    sort(components.getSchemas(), components::setSchemas);
    sort(components.getParameters(), components::setParameters);
    sort(components.getHeaders(), components::setHeaders);
    sort(components.getResponses(), components::setResponses);
    sort(components.getExamples(), components::setExamples);
  }

  private static <T> void sort(@Nullable Map<String, T> named, Consumer<Map<String, T>> setter) {
    if (named != null) {
      setter.accept(new TreeMap<>(named));
    }
  }

  /** The rank of the first of its tags: a path may belong to several. */
  private static int rank(PathItem item, Map<String, Integer> ranks) {
    return item.readOperations().stream()
        .flatMap(operation -> operation.getTags().stream())
        .mapToInt(tag -> rank(tag, ranks))
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  private static int rank(String tag, Map<String, Integer> ranks) {
    return ranks.getOrDefault(tag, Integer.MAX_VALUE);
  }
}
