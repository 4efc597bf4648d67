package io.github.temporalgateway.schedule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a Schedule acts: at every time that any of its intervals, calendars or cron expressions
 * names. Without any it acts only when it is triggered or backfilled.
 *
 * @param intervals times at a fixed distance
 * @param calendars times of the calendar
 * @param cron cron expressions with 5 fields, with 6 (a year at the end) or 7 (seconds at the start
 *     too), or such as {@code @daily} or {@code @every 1h}. Temporal keeps them as calendars and
 *     intervals, and so they are shown.
 * @param excluding times of the calendar at which not to act
 * @param timeZone zone of calendars and cron expressions, such as {@code Europe/Berlin}; UTC when
 *     absent
 * @param jitter longest random delay of each action
 * @param startAt no action before this time
 * @param endAt no action after this time
 */
record ScheduleSpec(
    @Nullable List<@NotNull @Valid ScheduleInterval> intervals,
    @Nullable List<@NotNull @Valid ScheduleCalendar> calendars,
    @Nullable List<@NotNull String> cron,
    @Nullable List<@NotNull @Valid ScheduleCalendar> excluding,
    @Nullable String timeZone,
    @Nullable Duration jitter,
    @Nullable Instant startAt,
    @Nullable Instant endAt) {}
