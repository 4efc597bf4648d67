package io.github.temporalgateway.web.guard;

import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Lets web pages of the listed origins call; without any there is no filter. */
@Configuration(proxyBeanMethods = false)
class CrossOriginConfiguration {

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
  private static final List<String> SENT =
      List.of(
          "Accept",
          "Authorization",
          "Content-Type",
          "Idempotency-Key",
          "If-Match",
          "If-None-Match",
          "Last-Event-ID",
          "Prefer",
          "X-API-Key",
          "traceparent",
          "tracestate",
          "baggage");

  /** All that answers may have, beyond what browsers show anyway. */
  static final List<String> SHOWN =
      List.of(
          "ETag",
          "Idempotent-Replayed",
          "Link",
          "Location",
          "Preference-Applied",
          "RateLimit",
          "RateLimit-Policy",
          "Retry-After",
          "Temporal-Activity-Id",
          "Temporal-Namespace",
          "Temporal-Operation-Id",
          "Temporal-Run-Id",
          "Temporal-Workflow-Id",
          "Temporal-Workflow-Started",
          "Temporal-Workflow-Status",
          "WWW-Authenticate");

  /** Before credentials are checked: what a browser asks beforehand carries none. */
  @Bean
  FilterRegistrationBean<CorsFilter> crossOriginFilter(
      AccessProperties properties,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    CorsConfiguration allowed = new CorsConfiguration();
    allowed.setAllowedOrigins(properties.cors().allowedOrigins());
    allowed.setAllowedMethods(METHODS);
    allowed.setAllowedHeaders(SENT);
    allowed.setExposedHeaders(SHOWN);
    UrlBasedCorsConfigurationSource everywhere = new UrlBasedCorsConfigurationSource();
    everywhere.registerCorsConfiguration("/**", allowed);
    CorsFilter filter = new CorsFilter(everywhere);
    filter.setCorsProcessor(new CrossOriginProcessor(problems));
    FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
    registration.setEnabled(!properties.cors().allowedOrigins().isEmpty());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return registration;
  }
}
