package io.github.temporalgateway.security;

import io.github.temporalgateway.kernel.ExecutionKind;
import io.github.temporalgateway.kernel.ExecutionKinds;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What the caller of the present request may do, for handlers that learn by and by what they are to
 * do. It never says no where no policy is configured.
 */
public final class Permit {

  private static final Permit ANYTHING = new Permit(null, List.of());
  private static final String ATTRIBUTE = Permit.class.getName();

  private final @Nullable Question question;
  private final List<Policy> allowing;

  private Permit(@Nullable Question question, List<Policy> allowing) {
    this.question = question;
    this.allowing = allowing;
  }

  static Permit of(Question question, List<Policy> allowing) {
    return new Permit(question, allowing);
  }

  /** What the caller of the present request may do. */
  public static Permit current() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    return request != null
            && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                instanceof Permit permit
        ? permit
        : ANYTHING;
  }

  void keep(RequestAttributes request) {
    request.setAttribute(ATTRIBUTE, this, RequestAttributes.SCOPE_REQUEST);
  }

  /**
   * Refuses to start what no policy allows.
   *
   * @throws RefusedException 403 {@code permission-denied}
   */
  public void requireStart(ExecutionKind kind) {
    if (question != null && allowing.stream().noneMatch(policy -> policy.allowsKind(kind))) {
      throw question.denied("of the type '" + kind.workflowType() + "'");
    }
  }

  /**
   * Refuses a message that is sent with a start and that no policy allows.
   *
   * @param operation the operation that sends such a message by itself
   * @throws RefusedException 403 {@code permission-denied}
   */
  public void requireMessage(String operation, String name, ExecutionKind kind) {
    if (question != null
        && question.allowing(operation).stream()
            .noneMatch(policy -> policy.allowsName(name) && policy.allowsKind(kind))) {
      throw question.denied("with " + operation + " '" + name + "'");
    }
  }

  /**
   * Refuses a start whose Workflow Id belongs to an execution that it would be done to instead, and
   * that no policy allows.
   *
   * @throws RefusedException 403 {@code permission-denied}
   */
  public void requireSame(ExecutionRef ref) {
    if (question != null && allowing.stream().allMatch(Policy::isBound)) {
      question
          .kinds()
          .of(ref)
          .filter(kind -> allowing.stream().noneMatch(policy -> policy.allowsKind(kind)))
          .ifPresent(_ -> {
            throw new RefusedException(
                    ProblemCode.PERMISSION_DENIED,
                    "The Workflow Id is taken by an execution of a type that no policy allows.")
                .about(ref.workflowId(), null);
          });
    }
  }

  /**
   * A visibility query for only those executions that policies allow.
   *
   * @throws RefusedException 422 {@code invalid-query} for one that could mean more than it seems
   */
  public String narrow(String query) {
    return question == null || allowing.stream().anyMatch(policy -> !policy.isBound())
        ? query
        : NarrowedQuery.of(allowing, query);
  }

  /**
   * What is asked for.
   *
   * @param access who asks
   * @param namespace where
   * @param operation for what
   */
  record Question(
      Access access, String namespace, String operation, Policies policies, ExecutionKinds kinds) {

    private List<Policy> allowing(String other) {
      return policies.of(access, namespace, other);
    }

    RefusedException denied(String more) {
      return new RefusedException(
          ProblemCode.PERMISSION_DENIED,
          "No policy allows %s in %s %s.".formatted(operation, namespace, more).replace(" .", "."));
    }
  }
}
