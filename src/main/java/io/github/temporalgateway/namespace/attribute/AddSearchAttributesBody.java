package io.github.temporalgateway.namespace.attribute;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Map;

/**
 * Search Attributes to add.
 *
 * @param searchAttributes type of each by its name: {@code Text}, {@code Keyword}, {@code Int},
 *     {@code Double}, {@code Bool}, {@code Datetime} or {@code KeywordList}
 */
record AddSearchAttributesBody(@NotNull @NotEmpty Map<String, @NotNull String> searchAttributes) {}
