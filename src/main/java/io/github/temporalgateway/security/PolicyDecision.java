package io.github.temporalgateway.security;

import io.github.temporalgateway.kernel.ExecutionRef;
import java.util.List;
import java.util.Optional;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Decides by policies, once permissions have allowed a request. */
final class PolicyDecision {

  private final Policies policies;
  private final CachedKinds kinds;

  PolicyDecision(Policies policies, CachedKinds kinds) {
    this.policies = policies;
    this.kinds = kinds;
  }

  void require(Access access, Rule rule, Target target) {
    if (policies.isEmpty() || rule.scope() == Scope.CALLER) {
      return;
    }
    Permit.Question question =
        new Permit.Question(access, target.namespace(), rule.operation(), policies, kinds);
    List<Policy> allowing = policies.of(access, target.namespace(), rule.operation());
    if (allowing.isEmpty()) {
      throw question.denied("");
    }
    Optional<String> name = target.name();
    if (name.isPresent()) {
      allowing = allowing.stream().filter(policy -> policy.allowsName(name.get())).toList();
      if (allowing.isEmpty()) {
        throw question.denied("of the name '" + name.get() + "'");
      }
    }
    Permit permit = Permit.of(question, allowing);
    if (allowing.stream().allMatch(Policy::isBound)) {
      requireKind(question, permit, rule, target, allowing);
    }
    permit.keep(new ServletRequestAttributes(target.request()));
  }

  private static void requireKind(
      Permit.Question question, Permit permit, Rule rule, Target target, List<Policy> allowing) {
    Optional<ExecutionRef> execution = target.execution();
    boolean ofQueue =
        target.queue().stream()
            .anyMatch(queue -> allowing.stream().anyMatch(policy -> policy.allowsQueue(queue)));
    if (execution.isPresent()) {
      permit.requireRun(execution.get());
    } else if (!ofQueue && !rule.asksPolicies()) {
      throw question.denied("to who may use some Workflow Types only");
    }
  }
}
