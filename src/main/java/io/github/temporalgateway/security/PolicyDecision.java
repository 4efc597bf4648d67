package io.github.temporalgateway.security;

import io.github.temporalgateway.kernel.ExecutionRef;
import java.util.Optional;

/** Decides by policies, once permissions have allowed a request. */
final class PolicyDecision {

  private final Policies policies;
  private final CachedKinds kinds;

  PolicyDecision(Policies policies, CachedKinds kinds) {
    this.policies = policies;
    this.kinds = kinds;
  }

  /** What the caller may do of what it asks for; refuses what no policy allows at all. */
  Permit require(Access access, Rule rule, Target target) {
    if (policies.isEmpty() || rule.scope() == Scope.CALLER) {
      return Permit.ANYTHING;
    }
    Permit.Question question =
        new Permit.Question(access, target.namespace(), rule.operation(), policies, kinds);
    Permit permit = Permit.of(question).requireAny("");
    Optional<String> name = target.name();
    if (name.isPresent()) {
      permit = permit.named(name.get());
    }
    if (permit.isBound()) {
      requireKind(question, permit, rule, target);
    }
    return permit;
  }

  private static void requireKind(
      Permit.Question question, Permit permit, Rule rule, Target target) {
    Optional<ExecutionRef> execution = target.execution();
    if (rule.asksPolicies()) {
      return;
    }
    if (execution.isPresent()) {
      permit.requireRun(execution.get());
    } else if (target.queue().filter(permit::allowsQueue).isEmpty()) {
      throw question.denied("to who may use some Workflow Types only");
    }
  }
}
