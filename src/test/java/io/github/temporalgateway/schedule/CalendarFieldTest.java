package io.github.temporalgateway.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields of calendars mean what they mean in cron. */
class CalendarFieldTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SECOND | 0 | 0",
        "MINUTE | */15 | */15",
        "MINUTE | 5/20 | 5-59/20",
        "HOUR | 9-17 | 9-17",
        "HOUR | 0-23 | *",
        "HOUR | 1, 3,5-9/2 | 1,3,5-9/2",
        "DAY_OF_MONTH | * | *",
        "MONTH | jan-MARCH,Dec | 1-3,12",
        "YEAR | 2030 | 2030",
        "DAY_OF_WEEK | MON-FRI | 1-5",
        "DAY_OF_WEEK | 7 | 0",
        "DAY_OF_WEEK | 5-7 | 5-6,0",
        "DAY_OF_WEEK | 1-7/2 | 1-6/2,0",
        "DAY_OF_WEEK | sun,Satur | 0,6"
      })
  void listsAreReadAndWrittenAgain(CalendarField field, String text, String written) {
    assertThat(field.parse(text).map(field::print)).contains(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SECOND | 60",
        "HOUR | 24",
        "HOUR | 9-",
        "HOUR | 17-9",
        "HOUR | */0",
        "HOUR | ''",
        "HOUR | 1,,2",
        "DAY_OF_MONTH | 0",
        "DAY_OF_MONTH | L",
        "MONTH | JA",
        "MONTH | 13",
        "YEAR | 99999",
        "DAY_OF_WEEK | 8",
        "HOUR | MON"
      })
  void otherTextIsNone(CalendarField field, String text) {
    assertThat(field.parse(text)).isEmpty();
  }
}
