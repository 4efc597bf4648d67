package io.github.temporalgateway.security.authentication;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether a mode is set in which callers have to prove who they are. */
final class WhenCallersAreChecked implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return Binder.get(context.getEnvironment())
        .bind("gateway.security.mode", Bindable.listOf(AuthenticationMode.class))
        .map(modes -> modes.stream().anyMatch(mode -> mode != AuthenticationMode.NONE))
        .orElse(false);
  }
}
