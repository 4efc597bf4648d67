package io.github.temporalgateway.openapi;

import java.util.Arrays;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Keeps arguments that the application's own resolvers read from a request out of the document;
 * {@link SharedParameters} says what they read.
 */
@Component
class ResolvedArguments implements SmartInitializingSingleton {

  private final List<HandlerMethodArgumentResolver> resolvers;
  private final RequestMappingHandlerMapping handlers;

  ResolvedArguments(
      ObjectProvider<HandlerMethodArgumentResolver> resolvers,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
    this.resolvers = resolvers.stream().toList();
    this.handlers = handlers;
  }

  @Override
  public void afterSingletonsInstantiated() {
    handlers.getHandlerMethods().values().stream()
        .map(HandlerMethod::getMethodParameters)
        .flatMap(Arrays::stream)
        .filter(this::isResolved)
        .map(MethodParameter::getParameterType)
        .distinct()
        .forEach(SpringDocUtils.getConfig()::addRequestWrapperToIgnore);
  }

  /** A body is a body, whoever reads it. */
  private boolean isResolved(MethodParameter parameter) {
    return !parameter.hasParameterAnnotation(RequestBody.class)
        && resolvers.stream().anyMatch(resolver -> resolver.supportsParameter(parameter));
  }
}
