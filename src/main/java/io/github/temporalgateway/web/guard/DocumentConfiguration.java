package io.github.temporalgateway.web.guard;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the cache before the routes of the API document and before no other. */
@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {

  @Bean
  FilterRegistrationBean<DocumentCache> documentCache() {
    FilterRegistrationBean<DocumentCache> registration =
        new FilterRegistrationBean<>(new DocumentCache());
    registration.addUrlPatterns("/v3/api-docs", "/v3/api-docs.yaml", "/v3/api-docs/*");
    return registration;
  }
}
