package de.lokalwillkommen.admin.availability;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.web.request.SentValues;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Parses times, dates and numbers as browsers send them.
 *
 * @param field the name of the field, as in the refusals below {@code availability.}
 * @param written the submitted text; null if there is none
 */
record EnteredField(String field, String written) {

  private static final int END_OF_DAY = 24 * 60;

  /** The minute of the day of a time, such as {@code 08:30}. */
  int minute() {
    return SentValues.findTime(written).orElseThrow(this::refused).toSecondOfDay() / 60;
  }

  /** The same for the end of something: midnight is the end of the day, not its beginning. */
  int endMinute() {
    int minute = minute();
    return minute == 0 ? END_OF_DAY : minute;
  }

  int number() {
    return SentValues.findNumber(written).orElseThrow(this::refused);
  }

  /** A number, if something was sent. */
  Optional<Integer> findNumber() {
    return isMissing() ? Optional.empty() : Optional.of(number());
  }

  /** A date, if something was sent. */
  Optional<LocalDate> date() {
    return isMissing()
        ? Optional.empty()
        : Optional.of(SentValues.findDay(written).orElseThrow(this::refused));
  }

  /** Formats a minute of the day for a time field. */
  static String time(int minute) {
    return AvailabilityInWords.time(minute % END_OF_DAY);
  }

  private boolean isMissing() {
    return written == null || written.isBlank();
  }

  private RuntimeException refused() {
    return Refusal.of(Kind.INVALID, "availability." + field).with("field", field).asException();
  }
}
