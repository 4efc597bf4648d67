package io.github.temporalgateway.security;

import io.github.temporalgateway.kernel.ExecutionKind;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import java.util.List;
import java.util.Optional;
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
   * Refuses a run that turns out to be one that no policy allows. May be asked on any thread.
   *
   * @throws RefusedException 404 {@code workflow-not-found}, as if it were not there, or 403 {@code
   *     permission-denied} where a policy lets the caller see it
   */
  public void requireKind(ExecutionRef ref, ExecutionKind kind) {
    if (question != null && allowing.stream().noneMatch(policy -> policy.allowsKind(kind))) {
      throw question.isSeen(kind)
          ? question.denied("of the type '" + kind.workflowType() + "'")
          : absent(ref);
    }
  }

  /**
   * Refuses a run that the request reaches by another way than by its path, as {@link #requireKind}
   * does. Temporal is asked what it is when that counts and is not known.
   *
   * @throws RefusedException also 404 {@code workflow-not-found} when there is none
   */
  public void requireRun(ExecutionRef ref) {
    if (question != null && isBound()) {
      Optional<ExecutionKind> kind = question.kinds().of(ref);
      requireKind(ref, kind.orElseThrow(() -> absent(ref)));
    }
  }

  private boolean isBound() {
    return allowing.stream().allMatch(Policy::isBound);
  }

  private static RuntimeException absent(ExecutionRef ref) {
    return new RefusedException(
            ProblemCode.WORKFLOW_NOT_FOUND, "There is no such Workflow Execution.")
        .about(ref.workflowId(), ref.runId());
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
    if (question != null && isBound()) {
      question
          .kinds()
          .now(ref)
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
    return question == null || !isBound() ? query : NarrowedQuery.of(allowing, query);
  }

  /**
   * What is asked for.
   *
   * @param access who asks
   * @param namespace where
   * @param operation for what
   */
  record Question(
      Access access, String namespace, String operation, Policies policies, CachedKinds kinds) {

    /** Whether a policy lets the caller look at executions of a kind. */
    private boolean isSeen(ExecutionKind kind) {
      return policies.ofReading(access, namespace).stream()
          .anyMatch(policy -> policy.allowsKind(kind));
    }

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
