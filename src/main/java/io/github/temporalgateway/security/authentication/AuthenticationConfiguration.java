package io.github.temporalgateway.security.authentication;

import io.github.temporalgateway.kernel.SecurityModes;
import io.github.temporalgateway.security.WhenCallersAreChecked;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The filter chain before every request, when callers have to prove who they are. It is put
 * together by hand and has two filters: there are no sessions, forms or saved requests here that
 * the others would look after.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(WhenCallersAreChecked.class)
class AuthenticationConfiguration {

  /** Before what costs something, and behind what reads forwarded headers and measures. */
  private static final int ORDER = -100;

  @Bean
  FilterRegistrationBean<FilterChainProxy> securityFilterChain(
      Environment environment,
      InstantSource clock,
      SecurityModes modes,
      SecurityProperties properties,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    Challenge challenge =
        new Challenge(
            modes, new WrongCredentials(properties.wrongCredentialsPerMinute()), problems);
    AuthenticationFilter checked = Credentials.of(environment, clock).filter();
    checked.setFailureHandler(challenge::commence);
    checked.setSuccessHandler((request, _, caller) -> {
      if (caller instanceof CheckedCaller known) {
        known.access().grant(request);
      }
    });
    FilterChainProxy chain =
        new FilterChainProxy(
            new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE, checked, new KnownCallersOnly(challenge)));
    chain.setFirewall(new RequestsAsSent());
    FilterRegistrationBean<FilterChainProxy> registration = new FilterRegistrationBean<>(chain);
    // Answers that come later are dispatched again, with the caller still known.
    registration.setDispatcherTypes(DispatcherType.REQUEST);
    registration.setOrder(ORDER);
    return registration;
  }
}
