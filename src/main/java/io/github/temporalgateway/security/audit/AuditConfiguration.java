package io.github.temporalgateway.security.audit;

import io.github.temporalgateway.security.WhenCallersAreChecked;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Writes things down where callers are known: a line that says anonymous is of no use. */
@Configuration(proxyBeanMethods = false)
@Conditional(WhenCallersAreChecked.class)
class AuditConfiguration {

  /** Around the filter chain that refuses callers. */
  private static final int ORDER = -101;

  @Bean
  FilterRegistrationBean<AuditFilter> auditFilter(InstantSource clock) {
    FilterRegistrationBean<AuditFilter> registration =
        new FilterRegistrationBean<>(new AuditFilter(clock));
    registration.setDispatcherTypes(DispatcherType.REQUEST);
    registration.setOrder(ORDER);
    return registration;
  }
}
