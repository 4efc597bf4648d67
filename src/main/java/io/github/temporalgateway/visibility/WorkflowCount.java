package io.github.temporalgateway.visibility;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many executions a query finds; Temporal does not promise an exact number of a great many.
 *
 * @param count all of them
 * @param groups the numbers by group, when the query has a {@code GROUP BY}
 */
record WorkflowCount(long count, @Nullable List<WorkflowCountGroup> groups) {}
