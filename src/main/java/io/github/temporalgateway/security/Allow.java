package io.github.temporalgateway.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a handler. Every handler has one: without it nobody may, and the build fails.
 *
 * <p>The name of the operation, as policies know it, is the {@code operationId} of the handler.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Allow {

  /** The right that the caller needs. */
  Right value() default Right.READ;

  /** Where the caller needs it. */
  Scope in() default Scope.NAMESPACE;

  /** The operation, for handlers that are not in the API document. */
  String operation() default "";

  /**
   * Whether the handler itself asks its {@link Permit} about what only it knows, such as the
   * Workflow Type in a body; then it is the only one who asks. Callers whom a policy binds to
   * Workflow Types or Task Queues may not call a handler that does not, unless its path names an
   * execution or a Task Queue, which is judged then.
   */
  boolean asksPolicies() default false;
}
