package io.github.temporalgateway.activity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which Activities a Worker takes; may be left out, the body too.
 *
 * @param types Activity Types that it can do, any when absent. Temporal hands out what is next in
 *     the queue, so tasks of other types are failed, with type {@code UnsupportedActivityType} and
 *     open to be tried again, as the Workers of Temporal's SDKs do: give each set of types a queue
 *     of its own
 * @param max most tasks to take, 1 to 100; 1 when absent. Whether there are more than the first is
 *     found out in about a second
 * @param identity name of the Worker, for Temporal's UI; a caller that has proved who it is comes
 *     first in it
 */
record PollTasksRequest(
    @Size(min = 1) @Nullable Set<@NotBlank String> types,
    @Positive @Max(100) @Nullable Integer max,
    @Size(min = 1, max = 255) @Nullable String identity) {

  private static final PollTasksRequest ANY = new PollTasksRequest(null, null, null);

  static PollTasksRequest orAny(@Nullable PollTasksRequest body) {
    return body == null ? ANY : body;
  }

  boolean takes(String activityType) {
    return types == null || types.contains(activityType);
  }

  int most() {
    return max == null ? 1 : max;
  }
}
