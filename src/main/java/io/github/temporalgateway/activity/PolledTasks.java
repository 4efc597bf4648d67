package io.github.temporalgateway.activity;

import java.util.List;

/**
 * Tasks that a Worker has to do now.
 *
 * @param items one for each attempt of an Activity
 */
record PolledTasks(List<ActivityTask> items) {}
