package io.github.temporalgateway.schedule;

import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.web.Links;

/**
 * Where to go on from a Schedule; absolute paths, with the ids in canonical form.
 *
 * @param self its description
 * @param matchingTimes when it acts in a span of time
 */
record ScheduleLinks(String self, String matchingTimes) {

  static ScheduleLinks of(String scheduleId, Links links) {
    String self = links.base() + "/schedules/" + PathId.encode(scheduleId);
    return new ScheduleLinks(self, self + "/matching-times");
  }
}
