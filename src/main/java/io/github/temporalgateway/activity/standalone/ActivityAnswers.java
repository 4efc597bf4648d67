package io.github.temporalgateway.activity.standalone;

import io.github.temporalgateway.activity.ActivityHeaders;
import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.payload.ResultBody;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.OutcomeException;
import io.github.temporalgateway.web.Links;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Which HTTP answer goes with what became of a stand-alone Activity. */
final class ActivityAnswers {

  private static final String RETRY_AFTER_SECONDS = "1";

  private ActivityAnswers() {}

  /** A start without a wait: 201 for a new run, 200 for one that was there. */
  static ResponseEntity<ActivityHandle> toStart(StartedActivity started, Links links) {
    HttpHeaders headers = headersOf(started);
    if (started.started()) {
      headers.setLocation(URI.create(links.activity(started.ref(), "")));
    }
    return ResponseEntity.status(started.started() ? HttpStatus.CREATED : HttpStatus.OK)
        .headers(headers)
        .body(handle(started.ref(), started.status(), started.started(), null, links));
  }

  /** A start with a wait: 200 with the result, 202 when the wait elapsed, otherwise a problem. */
  static ResponseEntity<ActivityHandle> toStart(
      StartedActivity started, ActivityEnding ending, Links links) {
    HttpHeaders headers = headersOf(started);
    return switch (ending) {
      case ActivityEnding.ReturnedActivity(var ref, var result) ->
          ResponseEntity.ok()
              .headers(headers)
              .body(handle(ref, "COMPLETED", started.started(), result.json(), links));
      case ActivityEnding.OpenActivity(var ref, var status) ->
          ResponseEntity.accepted()
              .headers(headers)
              .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
              .location(URI.create(links.activity(ref, "/result")))
              .body(handle(ref, status, started.started(), null, links));
      case ActivityEnding.UnsuccessfulActivity failed -> throw problem(failed);
    };
  }

  /** A result: 200 with it, 202 while the Activity is open. */
  static ResponseEntity<?> toResult(
      ActivityEnding ending, @Nullable List<MediaType> accept, Links links) {
    HttpHeaders headers = ActivityHeaders.of(ending.ref());
    return switch (ending) {
      case ActivityEnding.ReturnedActivity(var _, var result) -> {
        ResultBody body = result.body(accept == null ? List.of() : accept);
        yield ResponseEntity.ok().headers(headers).contentType(body.contentType()).body(body);
      }
      case ActivityEnding.OpenActivity(var ref, var status) ->
          ResponseEntity.accepted()
              .headers(headers)
              .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
              .location(URI.create(links.activity(ref, "/result")))
              .contentType(MediaType.APPLICATION_JSON)
              .body(handle(ref, status, false, null, links));
      case ActivityEnding.UnsuccessfulActivity failed -> throw problem(failed);
    };
  }

  private static GatewayException problem(ActivityEnding.UnsuccessfulActivity failed) {
    return new OutcomeException(failed.code(), detailOf(failed), failed.failure(), null)
        .aboutActivity(failed.ref().activityId(), failed.ref().runId());
  }

  private static String detailOf(ActivityEnding.UnsuccessfulActivity failed) {
    String message = failed.failure().message();
    return message.isBlank() ? failed.code().title() + "." : message;
  }

  private static HttpHeaders headersOf(StartedActivity started) {
    HttpHeaders headers = ActivityHeaders.of(started.ref());
    if (started.replayed()) {
      headers.set("Idempotent-Replayed", "true");
    }
    return headers;
  }

  private static ActivityHandle handle(
      ActivityRef ref, String status, boolean started, @Nullable JsonValue result, Links links) {
    return new ActivityHandle(
        ref.namespace().value(),
        ref.activityId(),
        ref.runIdOrEmpty(),
        status,
        started,
        result,
        ActivityLinks.of(ref, links));
  }
}
