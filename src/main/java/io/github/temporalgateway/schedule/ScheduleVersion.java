package io.github.temporalgateway.schedule;

import io.github.temporalgateway.connection.CanonicalHash;
import io.temporal.api.workflowservice.v1.DescribeScheduleResponse;
import java.util.Base64;
import java.util.List;

/**
 * The version of a Schedule and of what is shown of it. What a Schedule does changes its
 * representation, and only edits change the Schedule itself, so an ETag has both.
 *
 * @param token Temporal's conflict token, which every edit changes
 * @param shown stands for all that is shown
 */
record ScheduleVersion(String token, String shown) {

  private static final int DIGITS = 16;

  static ScheduleVersion of(DescribeScheduleResponse response) {
    return new ScheduleVersion(
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(response.getConflictToken().toByteArray()),
        CanonicalHash.of(List.of(response)).substring(0, DIGITS));
  }

  /** The strong ETag, with its quotation marks. */
  String etag() {
    return '"' + token + '.' + shown + '"';
  }

  /** Whether an {@code If-Match} names this version of the Schedule, whatever it has done since. */
  boolean matches(String ifMatch) {
    return ifMatch.strip().equals("*") || ifMatch.contains('"' + token + '.');
  }
}
