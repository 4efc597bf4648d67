package io.github.temporalgateway.security;

import io.github.temporalgateway.kernel.SecurityModes;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether a mode is set in which callers have to prove who they are. */
public final class WhenCallersAreChecked implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return SecurityModes.of(context.getEnvironment()).callersAreKnown();
  }
}
