package io.github.temporalgateway.web.guard;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one caller may take; off unless set.
 *
 * @param rate how much a caller may ask for
 * @param waitsPerCaller most requests of one caller that wait or stream at a time, in this replica;
 *     more are a 429. 0 is no limit
 */
@ConfigurationProperties("gateway.limits")
record LimitProperties(@DefaultValue Rate rate, @DefaultValue("0") int waitsPerCaller) {

  /**
   * A budget that refills.
   *
   * @param perCaller calls that one caller may make a second, in this replica; lists, histories and
   *     diagnoses count as five. More are a 429. 0 is no limit
   * @param burst calls that a caller may make at once after a pause; 0 is twice {@code per-caller}
   */
  record Rate(@DefaultValue("0") int perCaller, @DefaultValue("0") int burst) {

    int capacity() {
      return burst > 0 ? burst : 2 * perCaller;
    }
  }
}
