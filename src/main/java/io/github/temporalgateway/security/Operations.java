package io.github.temporalgateway.security;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The operations of the API and what each needs. */
@Component
class Operations {

  private final Supplier<List<Rule>> rules;

  Operations(
      @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
    this.rules = SingletonSupplier.of(() -> rules(handlers.getObject()));
  }

  private static List<Rule> rules(RequestMappingHandlerMapping handlers) {
    return handlers.getHandlerMethods().values().stream()
        .flatMap(handler -> Rule.of(handler).stream())
        .distinct()
        .sorted(Comparator.comparing(Rule::operation))
        .toList();
  }

  /** Those that only look at something. */
  List<String> reading() {
    return rules.get().stream()
        .filter(rule -> rule.scope() == Scope.NAMESPACE && rule.right() == Right.READ)
        .map(Rule::operation)
        .toList();
  }

  /** What permissions are enough for in a Namespace. */
  List<Rule> granted(Permissions permissions, String namespace) {
    return rules.get().stream().filter(rule -> rule.isGranted(permissions, namespace)).toList();
  }
}
