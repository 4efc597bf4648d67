package io.github.temporalgateway.openapi;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The last steps from what springdoc finds to the document. */
@Component
class GatewayDocument implements GlobalOpenApiCustomizer {

  private final ListableBeanFactory beans;

  GatewayDocument(ListableBeanFactory beans) {
    this.beans = beans;
  }

  @Override
  public void customise(OpenAPI document) {
    NamespaceTwins.name(document);
    PathParameters.add(document);
    SharedParameters.all().forEach(document.getComponents()::addParameters);
    ResultBodies.describe(document);
    EventStreams.describe(document);
    Examples.add(document);
    AnswerLinks.add(document);
    NamespaceTwins.link(document);
    Descriptions.tidy(document);
    RequestSchemas.close(document);
    ReadingOrder.apply(document, ranks());
  }

  /** Controllers order their tags with {@code @Order}. */
  private Map<String, Integer> ranks() {
    Map<String, Integer> ranks = new HashMap<>();
    for (String name : beans.getBeanNamesForAnnotation(Tag.class)) {
      Tag tag = Objects.requireNonNull(beans.findAnnotationOnBean(name, Tag.class));
      Order order = beans.findAnnotationOnBean(name, Order.class);
      ranks.merge(tag.name(), order == null ? Integer.MAX_VALUE : order.value(), Math::min);
    }
    return ranks;
  }
}
