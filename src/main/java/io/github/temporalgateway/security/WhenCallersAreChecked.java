package io.github.temporalgateway.security;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether a mode is set in which callers have to prove who they are. */
public final class WhenCallersAreChecked implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    List<String> modes =
        Binder.get(context.getEnvironment())
            .bind(LoopbackUnlessSecured.MODE, Bindable.listOf(String.class))
            .orElse(List.of());
    return modes.stream().anyMatch(mode -> !mode.equals(LoopbackUnlessSecured.NONE));
  }
}
