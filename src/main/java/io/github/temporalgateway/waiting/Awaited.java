package io.github.temporalgateway.waiting;

import io.github.temporalgateway.problem.ProblemCode;
import java.util.Locale;

/** What callers wait for. Temporal counts the long polls for each of them by itself. */
public enum Awaited {
  /** A run, and the events of one. */
  RUN(ProblemCode.WORKFLOW_NOT_FOUND),
  UPDATE(ProblemCode.UPDATE_NOT_FOUND),
  ACTIVITY(ProblemCode.ACTIVITY_NOT_FOUND),
  NEXUS_OPERATION(ProblemCode.NEXUS_OPERATION_NOT_FOUND);

  private final ProblemCode notFound;

  Awaited(ProblemCode notFound) {
    this.notFound = notFound;
  }

  /** What NOT_FOUND means when Temporal is asked about it. */
  ProblemCode notFound() {
    return notFound;
  }

  /** Its value of the tag {@code kind}. */
  String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
