package io.github.temporalgateway.namespace.attribute;

import io.github.temporalgateway.payload.SearchAttributeMapper;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.ListSearchAttributesResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where lists of Search Attributes meet Temporal's protobuf. */
final class SearchAttributeListMapper {

  private SearchAttributeListMapper() {}

  static SearchAttributeList toList(ListSearchAttributesResponse response) {
    return new SearchAttributeList(
        toNames(response.getCustomAttributesMap()), toNames(response.getSystemAttributesMap()));
  }

  static Map<String, IndexedValueType> toTypes(Map<String, String> names) {
    Map<String, IndexedValueType> types = new LinkedHashMap<>();
    List<Violation> violations = new ArrayList<>();
    names.forEach((name, type) -> {
      IndexedValueType known = SearchAttributeMapper.typeNamed(type);
      if (known == null) {
        violations.add(
            Violation.at(
                Violation.pointer("/searchAttributes", name),
                "The types are " + String.join(", ", SearchAttributeMapper.typeNames()) + "."));
      } else {
        types.put(name, known);
      }
    });
    if (!violations.isEmpty()) {
      throw RefusedException.invalid(violations);
    }
    return types;
  }

  private static Map<String, String> toNames(Map<String, IndexedValueType> types) {
    Map<String, String> names = new LinkedHashMap<>();
    new TreeMap<>(types)
        .forEach((name, type) -> names.put(name, SearchAttributeMapper.wireName(type)));
    return names;
  }
}
