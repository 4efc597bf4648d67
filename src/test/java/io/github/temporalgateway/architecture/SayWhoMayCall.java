package io.github.temporalgateway.architecture;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.temporalgateway.security.Allow;
import io.swagger.v3.oas.annotations.Operation;

/** Holds for a handler method that names the right which its callers need. */
final class SayWhoMayCall extends ArchCondition<JavaMethod> {

  SayWhoMayCall() {
    super("say with @Allow who may call them");
  }

  @Override
  public void check(JavaMethod handler, ConditionEvents events) {
    boolean allowed = handler.isAnnotatedWith(Allow.class);
    boolean named =
        handler.isAnnotatedWith(Operation.class)
            || handler
                .tryGetAnnotationOfType(Allow.class)
                .filter(allow -> !allow.operation().isEmpty())
                .isPresent();
    String finding =
        allowed
            ? handler.getFullName()
                + " has no operationId: name the one it answers for, @Allow(…, operation = \"…\")"
            : handler.getFullName()
                + " has no @Allow, so nobody may call it: add @Allow(Right.READ) when it only looks,"
                + " Right.WRITE when it changes something, Right.WORKER when Activity Workers need"
                + " it, Right.ADMIN when others depend on what it changes; with in = Scope.SERVICE"
                + " when it is about no Namespace";
    events.add(new SimpleConditionEvent(handler, allowed && named, finding));
  }
}
