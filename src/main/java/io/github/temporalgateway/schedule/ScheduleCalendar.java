package io.github.temporalgateway.schedule;

import org.jspecify.annotations.Nullable;

/**
 * Times of the calendar: those at which every member matches. Each is a list as in cron, such as
 * {@code 0,30}, {@code 9-17}, {@code 9-17/2} or {@code *}.
 *
 * @param second 0 to 59; 0 when absent
 * @param minute 0 to 59; 0 when absent
 * @param hour 0 to 23; 0 when absent
 * @param dayOfMonth 1 to 31; all when absent
 * @param month 1 to 12 or names such as {@code JAN}; all when absent
 * @param year 2000 to 2100; all when absent
 * @param dayOfWeek 0 to 7, where 0 and 7 are Sunday, or names such as {@code MON}; all when absent
 * @param comment for people
 */
record ScheduleCalendar(
    @Nullable String second,
    @Nullable String minute,
    @Nullable String hour,
    @Nullable String dayOfMonth,
    @Nullable String month,
    @Nullable String year,
    @Nullable String dayOfWeek,
    @Nullable String comment) {}
