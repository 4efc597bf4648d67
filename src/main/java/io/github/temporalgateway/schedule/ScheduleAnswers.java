package io.github.temporalgateway.schedule;

import io.github.temporalgateway.web.Links;
import io.temporal.api.workflowservice.v1.DescribeScheduleResponse;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/** Which HTTP answer goes with a Schedule. */
final class ScheduleAnswers {

  private ScheduleAnswers() {}

  /** 201, whether this request or an earlier one with its key created the Schedule. */
  static ResponseEntity<ScheduleDescription> toCreated(
      Schedules.KnownSchedule created, Links links) {
    ScheduleDescription body = ScheduleMapper.toDescription(created.ref(), created.found(), links);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.created(URI.create(body.links().self()))
            .eTag(ScheduleVersion.of(created.found()).etag());
    if (created.replayed()) {
      answer.header("Idempotent-Replayed", "true");
    }
    return answer.body(body);
  }

  /** 200 with the Schedule and its version. */
  static ResponseEntity<ScheduleDescription> toSchedule(
      ScheduleRef ref, DescribeScheduleResponse found, Links links) {
    return ResponseEntity.ok()
        .eTag(ScheduleVersion.of(found).etag())
        .cacheControl(CacheControl.noCache())
        .body(ScheduleMapper.toDescription(ref, found, links));
  }
}
