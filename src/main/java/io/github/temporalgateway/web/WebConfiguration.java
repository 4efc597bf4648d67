package io.github.temporalgateway.web;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Puts our readers of bodies and parameters into Spring MVC. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

  private final JsonMapper mapper;
  private final HttpProperties properties;
  private final RequestArguments arguments;
  private final HeldRequests held;

  WebConfiguration(
      JsonMapper mapper, HttpProperties properties, RequestArguments arguments, HeldRequests held) {
    this.mapper = mapper;
    this.properties = properties;
    this.arguments = arguments;
    this.held = held;
  }

  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
    converters.withJsonConverter(new JsonBodyConverter(mapper, properties));
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(arguments);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(held);
  }
}
