package io.github.temporalgateway.problem;

/**
 * What one kind of problem means.
 *
 * @param type its URI reference, as in problem bodies
 * @param code the last segment of {@code type}
 * @param status the HTTP status it always has
 * @param title the kind in one line
 * @param explanation what has happened
 * @param remedy what a caller can do
 * @param retryable whether the same request may succeed later without a change
 */
record ProblemDescription(
    String type,
    String code,
    int status,
    String title,
    String explanation,
    String remedy,
    boolean retryable) {

  static ProblemDescription of(ProblemCode code) {
    return new ProblemDescription(
        code.type(),
        code.code(),
        code.status().value(),
        code.title(),
        code.explanation(),
        code.remedy(),
        code.retryable());
  }
}
