package io.github.temporalgateway.activity.standalone;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many stand-alone Activities a query finds.
 *
 * @param count all of them
 * @param groups the numbers by group, when the query has a {@code GROUP BY}
 */
record ActivityCount(long count, @Nullable List<ActivityCountGroup> groups) {}
