package io.github.temporalgateway.web;

import java.time.Instant;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Puts our readers of parameters into Spring MVC. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

  private final RequestArguments arguments;
  private final HeldRequests held;

  WebConfiguration(RequestArguments arguments, HeldRequests held) {
    this.arguments = arguments;
    this.held = held;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(arguments);
  }

  /** Spring's own takes an empty time for none. */
  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, Instant.class, Instant::parse);
  }

  /** What is answered later ends by itself: no wait is longer than {@code max-wait}. */
  @Override
  public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
    configurer.setDefaultTimeout(0);
  }

  @Bean
  static WebMvcRegistrations routeLookup() {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new RouteLookup();
      }
    };
  }

  /** The dispatcher itself does what this filter is for. */
  @Bean
  static FilterRegistrationBean<RequestContextFilter> noRequestContextFilter() {
    FilterRegistrationBean<RequestContextFilter> none =
        new FilterRegistrationBean<>(new RequestContextFilter());
    none.setEnabled(false);
    return none;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(held);
  }
}
