package io.github.temporalgateway.security;

import io.github.temporalgateway.kernel.ExecutionKinds;
import io.github.temporalgateway.kernel.NamespaceName;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts authorization before all else that looks at a request. */
@Configuration(proxyBeanMethods = false)
@Conditional(WhenCallersAreChecked.class)
class AuthorizationConfiguration implements WebMvcConfigurer {

  private final NamespaceName defaultNamespace;
  private final PolicyDecision policies;

  AuthorizationConfiguration(
      NamespaceName defaultNamespace, Policies policies, ExecutionKinds kinds) {
    this.defaultNamespace = defaultNamespace;
    this.policies = new PolicyDecision(policies, new CachedKinds(kinds));
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(new Authorization(defaultNamespace, policies))
        .excludePathPatterns(Manual.PATHS)
        .order(Ordered.HIGHEST_PRECEDENCE + 1);
  }
}
