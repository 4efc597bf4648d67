package io.github.temporalgateway.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Permits everything where nobody has to prove anything. */
@Configuration(proxyBeanMethods = false)
@Conditional(UnsecuredConfiguration.WhenNobodyIsChecked.class)
class UnsecuredConfiguration implements WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new PermitEverything()).order(Ordered.HIGHEST_PRECEDENCE + 1);
  }

  private static final class PermitEverything implements HandlerInterceptor {

    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      Permit.ANYTHING.keep(request);
      return true;
    }
  }

  /** The opposite of {@link WhenCallersAreChecked}. */
  static final class WhenNobodyIsChecked extends NoneNestedConditions {

    WhenNobodyIsChecked() {
      super(ConfigurationPhase.REGISTER_BEAN);
    }

    /** What must not be. */
    @Conditional(WhenCallersAreChecked.class)
    static final class Checked {}
  }
}
