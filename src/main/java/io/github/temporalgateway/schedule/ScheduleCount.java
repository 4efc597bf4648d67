package io.github.temporalgateway.schedule;

/**
 * How many Schedules a query finds.
 *
 * @param count all of them
 */
record ScheduleCount(long count) {}
