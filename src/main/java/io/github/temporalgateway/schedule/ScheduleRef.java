package io.github.temporalgateway.schedule;

import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PathId;

/**
 * One Schedule as a caller names it.
 *
 * @param namespace where it lives
 * @param scheduleId its Schedule Id
 */
record ScheduleRef(NamespaceName namespace, String scheduleId) {

  /** Reads the id from a segment of a path. */
  static ScheduleRef of(NamespaceName namespace, String segment) {
    return new ScheduleRef(namespace, PathId.decode("scheduleId", segment));
  }
}
