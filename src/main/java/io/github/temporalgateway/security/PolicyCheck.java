package io.github.temporalgateway.security;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;

/** Refuses policies that say something else than they seem to. */
final class PolicyCheck {

  private static final String SETTING = "gateway.security.policies";

  /** Whatever could be an operator of another pattern language, or of a visibility query. */
  private static final Pattern PLAIN = Pattern.compile("[^*'\"`\\\\\\p{Cntrl}]*\\*?");

  private PolicyCheck() {}

  static void check(Environment environment, boolean callersAreKnown) {
    List<Policy> policies = policies(environment);
    if (!policies.isEmpty() && !callersAreKnown) {
      throw new InsecureStartException(
          SETTING + " has rules for callers, and gateway.security.mode asks nobody who they are.",
          "Set gateway.security.mode to jwt, api-key or mtls, or remove the policies.");
    }
    for (Policy policy : policies) {
      policy
          .patterns()
          .filter(pattern -> pattern.isBlank() || !PLAIN.matcher(pattern).matches())
          .findFirst()
          .ifPresent(pattern -> {
            throw new InsecureStartException(
                "%s has the name '%s'.".formatted(SETTING, pattern),
                "A name has no quotation marks and no backslash, and * at its end only.");
          });
    }
  }

  private static List<Policy> policies(Environment environment) {
    try {
      return Binder.get(environment)
          .bind(
              SETTING,
              Bindable.listOf(Policy.class),
              new NoUnboundElementsBindHandler(
                  BindHandler.DEFAULT, new UnboundElementsSourceFilter()))
          .orElse(List.of());
    } catch (BindException failure) {
      if (failure.getCause() instanceof UnboundConfigurationPropertiesException unknown) {
        throw new InsecureStartException(
            "There is no setting %s."
                .formatted(unknown.getUnboundProperties().iterator().next().getName()),
            "A policy has callers, namespaces, operations, workflow-types, task-queues and names.");
      }
      throw failure;
    }
  }
}
