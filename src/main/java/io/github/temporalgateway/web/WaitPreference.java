package io.github.temporalgateway.web;

import io.github.temporalgateway.kernel.Durations;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Reads how long a caller wants to wait: {@code Prefer: wait=10} (RFC 7240, whole seconds) or its
 * twin {@code ?wait=10s}, and says in {@code Preference-Applied} what it gets.
 */
@Component
final class WaitPreference {

  private static final Pattern SECONDS = Pattern.compile("\\d+");

  private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

  private final HttpProperties properties;
  private final Callers callers;
  private final HeldRequests held;

  WaitPreference(HttpProperties properties, Callers callers, HeldRequests held) {
    this.properties = properties;
    this.callers = callers;
    this.held = held;
  }

  Wait of(HttpServletRequest request, HttpServletResponse response) {
    Optional<Duration> parameter = fromParameter(request);
    Optional<Duration> wanted = fromHeader(request).or(() -> parameter);
    if (wanted.isEmpty()) {
      return new Wait(Duration.ZERO, callers.of(request));
    }
    Duration time =
        wanted.get().compareTo(properties.maxWait()) > 0 ? properties.maxWait() : wanted.get();
    if (time.isPositive()) {
      held.hold(request);
    }
    response.setHeader("Preference-Applied", "wait=" + time.toSeconds());
    return new Wait(time, callers.of(request));
  }

  private static Optional<Duration> fromHeader(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders("Prefer"));
    for (String header : headers) {
      for (String preference : header.split(",", -1)) {
        String[] parts = preference.split(";", 2)[0].strip().split("=", 2);
        if (parts[0].strip().toLowerCase(Locale.ROOT).equals("wait")) {
          String value = parts.length == 2 ? parts[1].strip().replace("\"", "") : "";
          if (!SECONDS.matcher(value).matches()) {
            throw RefusedException.invalid(
                Violation.ofHeader("Prefer", "wait must be a whole number of seconds."));
          }
          return Optional.of(seconds(value));
        }
      }
    }
    return Optional.empty();
  }

  private static Duration seconds(String digits) {
    return Duration.ofSeconds(new BigInteger(digits).min(MOST).longValueExact());
  }

  private static Optional<Duration> fromParameter(HttpServletRequest request) {
    String value = RequestArguments.parameter(request, "wait");
    if (value == null) {
      return Optional.empty();
    }
    if (SECONDS.matcher(value).matches()) {
      return Optional.of(seconds(value));
    }
    Optional<Duration> time = Durations.parse(value);
    if (time.isEmpty()) {
      throw RefusedException.invalid(
          Violation.ofParameter("wait", "wait must be seconds, or a duration such as 30s."));
    }
    return time;
  }
}
