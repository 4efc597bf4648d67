package io.github.temporalgateway.security;

import io.github.temporalgateway.kernel.ExecutionKind;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What the caller of the present request may do, for handlers that learn by and by what they are to
 * do. It never says no where no policy is configured, and there is none where nothing was decided.
 */
public final class Permit {

  /** Where no policy is configured. */
  static final Permit ANYTHING = new Permit(null, List.of());

  private static final String ATTRIBUTE = Permit.class.getName();

  private final @Nullable Question question;
  private final List<Policy> allowing;

  private Permit(@Nullable Question question, List<Policy> allowing) {
    this.question = question;
    this.allowing = allowing;
  }

  /** What is allowed before more is known; may be nothing. */
  static Permit of(Question question) {
    return new Permit(
        question,
        question.policies().of(question.access(), question.namespace(), question.operation()));
  }

  /**
   * What the caller of the present request may do.
   *
   * @throws IllegalStateException on a thread that works for no request, or for one that was not
   *     let through: whoever forgets to ask in time is allowed nothing
   */
  public static Permit current() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null
        && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
            instanceof Permit permit) {
      return permit;
    }
    throw new IllegalStateException("Nothing was decided about a request on this thread.");
  }

  void keep(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /**
   * The permit for another operation, of which this one consists in part.
   *
   * @param operation by operationId of what does that and nothing else
   * @throws RefusedException 403 {@code permission-denied} when no policy allows it
   */
  public Permit doing(String operation) {
    return question == null ? this : of(question.to(operation)).requireAny("");
  }

  /**
   * The permit for a message of a name.
   *
   * @throws RefusedException 403 {@code permission-denied} when no policy allows it
   */
  public Permit named(String name) {
    return question == null
        ? this
        : new Permit(question, allowing.stream().filter(policy -> policy.allowsName(name)).toList())
            .requireAny("of the name '" + name + "'");
  }

  Permit requireAny(String more) {
    if (question != null && allowing.isEmpty()) {
      throw question.denied(more);
    }
    return this;
  }

  /**
   * Refuses a run that turns out to be one that no policy allows. May be asked on any thread, also
   * about what follows from a change that was allowed and made: audit lines stay as they are.
   *
   * @throws RefusedException 404 {@code workflow-not-found}, as if it were not there, or 403 {@code
   *     permission-denied} where a policy lets the caller see it
   */
  public void requireKind(ExecutionRef ref, ExecutionKind kind) {
    if (question != null && !allows(kind)) {
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
      if (kind.filter(this::allows).isEmpty()) {
        Decision.takeBack();
      }
      requireKind(ref, kind.orElseThrow(() -> absent(ref)));
    }
  }

  /** Whether a policy allows it to be done to something of a kind. */
  public boolean allows(ExecutionKind kind) {
    return question == null || allowing.stream().anyMatch(policy -> policy.allowsKind(kind));
  }

  /** Whether a policy allows everything on a Task Queue. */
  boolean allowsQueue(String taskQueue) {
    return allowing.stream().anyMatch(policy -> policy.allowsQueue(taskQueue));
  }

  /** Whether policies let the caller do it to some executions only. */
  public boolean isBound() {
    return question != null && allowing.stream().allMatch(Policy::isBound);
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
    if (question != null && !allows(kind)) {
      throw question.denied("of the type '" + kind.workflowType() + "'");
    }
  }

  /**
   * Refuses a start whose Workflow Id belongs to an execution that it would be done to instead, and
   * that not all of the permits allow. Temporal is asked once what that is.
   *
   * @param permits for all that the start consists of
   * @throws RefusedException 403 {@code permission-denied}
   */
  public static void requireSame(ExecutionRef ref, List<Permit> permits) {
    permits.stream()
        .filter(Permit::isBound)
        .flatMap(permit -> Stream.ofNullable(permit.question))
        .findFirst()
        .flatMap(question -> question.kinds().now(ref))
        .filter(kind -> !permits.stream().allMatch(permit -> permit.allows(kind)))
        .ifPresent(_ -> {
          throw new RefusedException(
                  ProblemCode.PERMISSION_DENIED,
                  "The Workflow Id is taken by an execution of a type that no policy allows.")
              .about(ref.workflowId(), null);
        });
  }

  /**
   * A visibility query for only those executions that policies allow.
   *
   * @param more permits that have to allow them as well
   * @throws RefusedException 422 {@code invalid-query} for one that could mean more than it seems
   */
  public String narrow(String query, Permit... more) {
    List<List<Policy>> bounds =
        Stream.concat(Stream.of(this), Stream.of(more))
            .filter(Permit::isBound)
            .map(permit -> permit.allowing)
            .toList();
    return bounds.isEmpty() ? query : NarrowedQuery.of(bounds, query);
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

    private Question to(String other) {
      return new Question(access, namespace, other, policies, kinds);
    }

    RefusedException denied(String more) {
      return new RefusedException(
          ProblemCode.PERMISSION_DENIED,
          "No policy allows %s in %s %s.".formatted(operation, namespace, more).replace(" .", "."));
    }
  }
}
