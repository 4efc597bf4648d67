package io.github.temporalgateway.namespace.attribute;

import java.util.Map;

/**
 * The Search Attributes of a Namespace, each with its type: {@code Text}, {@code Keyword}, {@code
 * Int}, {@code Double}, {@code Bool}, {@code Datetime} or {@code KeywordList}.
 *
 * @param custom those that were added, by name
 * @param system those that Temporal sets itself, by name
 */
record SearchAttributeList(Map<String, String> custom, Map<String, String> system) {}
