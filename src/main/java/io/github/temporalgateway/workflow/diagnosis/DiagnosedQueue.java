package io.github.temporalgateway.workflow.diagnosis;

import java.util.List;

/**
 * A Task Queue and who polls it.
 *
 * @param name its name
 * @param pollers Workers that asked for a task within the last minute or so
 */
record DiagnosedQueue(String name, List<QueuePoller> pollers) {}
