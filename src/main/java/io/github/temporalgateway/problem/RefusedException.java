package io.github.temporalgateway.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gateway itself refuses a request, before or instead of asking Temporal. */
public final class RefusedException extends GatewayException {

  private final List<Violation> violations;
  private final List<String> known;

  private RefusedException(
      ProblemCode code,
      String detail,
      @Nullable Throwable cause,
      List<Violation> violations,
      List<String> known) {
    super(code, detail, cause);
    this.violations = violations;
    this.known = known;
  }

  /** Refuses with a detail and no list of violations. */
  public RefusedException(ProblemCode code, String detail) {
    this(code, detail, null, List.of(), List.of());
  }

  /** Refuses because a name is not one of those that are known. */
  public static RefusedException unknown(ProblemCode code, String detail, List<String> known) {
    return new RefusedException(code, detail, null, List.of(), known);
  }

  /** A 422 that lists what is wrong. */
  public static RefusedException invalid(List<Violation> violations) {
    String detail =
        violations.size() == 1
            ? violations.getFirst().detail()
            : "The request has " + violations.size() + " errors.";
    return new RefusedException(ProblemCode.VALIDATION, detail, null, violations, List.of());
  }

  /** A 422 for one violation. */
  public static RefusedException invalid(Violation violation) {
    return invalid(List.of(violation));
  }

  /**
   * The same refusal of a body that is a part of another one.
   *
   * @param base pointer to the part, such as {@code /action}
   */
  public RefusedException below(String base) {
    return new RefusedException(
        code(),
        detail(),
        null,
        violations.stream()
            .map(violation ->
                violation.pointer() == null
                    ? violation
                    : Violation.at(base + violation.pointer(), violation.detail()))
            .toList(),
        known);
  }

  /** A refusal with a code of its own for one violation. */
  public static RefusedException invalid(ProblemCode code, Violation violation) {
    return new RefusedException(code, violation.detail(), null, List.of(violation), List.of());
  }

  List<Violation> violations() {
    return violations;
  }

  List<String> known() {
    return known;
  }
}
