package io.github.temporalgateway.web.guard;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Counts calls where that is wanted; otherwise nothing stands in their way. */
@Configuration(proxyBeanMethods = false)
class RateConfiguration implements WebMvcConfigurer {

  private final LimitProperties limits;
  private final CallerKey callers;

  RateConfiguration(LimitProperties limits, CallerKey callers) {
    this.limits = limits;
    this.callers = callers;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    if (limits.rate().perCaller() > 0) {
      registry
          .addInterceptor(new RateLimits(limits.rate(), callers))
          .order(Ordered.HIGHEST_PRECEDENCE);
    }
  }
}
