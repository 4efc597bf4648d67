package io.github.temporalgateway.security;

import io.github.temporalgateway.kernel.ExecutionKind;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
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
        new Permit.Question(access, target.namespace(), rule.operation(), policies, kinds::now);
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
    if (allowing.stream().allMatch(Policy::isBound)) {
      requireKind(question, rule, target, allowing);
    }
    Permit.of(question, allowing).keep(new ServletRequestAttributes(target.request()));
  }

  private void requireKind(
      Permit.Question question, Rule rule, Target target, List<Policy> allowing) {
    Optional<ExecutionRef> execution = target.execution();
    boolean ofQueue =
        target.queue().stream()
            .anyMatch(queue -> allowing.stream().anyMatch(policy -> policy.allowsQueue(queue)));
    if (execution.isPresent()) {
      requireKind(question, execution.get(), allowing);
    } else if (!ofQueue && !rule.asksPolicies()) {
      throw question.denied("to who may use some Workflow Types only");
    }
  }

  /** What may not be seen is answered like what is not there. */
  private void requireKind(Permit.Question question, ExecutionRef ref, List<Policy> allowing) {
    Optional<ExecutionKind> kind = kinds.of(ref);
    if (kind.isPresent() && allowing.stream().anyMatch(policy -> policy.allowsKind(kind.get()))) {
      return;
    }
    if (kind.isPresent() && isSeen(question, kind.get())) {
      throw question.denied("of the type '" + kind.get().workflowType() + "'");
    }
    throw new RefusedException(
            ProblemCode.WORKFLOW_NOT_FOUND, "There is no such Workflow Execution.")
        .about(ref.workflowId(), ref.runId());
  }

  private boolean isSeen(Permit.Question question, ExecutionKind kind) {
    return policies.ofReading(question.access(), question.namespace()).stream()
        .anyMatch(policy -> policy.allowsKind(kind));
  }
}
