package io.github.temporalgateway.nexus.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many Nexus Operations a query finds.
 *
 * @param count all of them
 * @param groups the numbers by group, when the query has a {@code GROUP BY}
 */
record NexusOperationCount(long count, @Nullable List<NexusOperationGroup> groups) {}
