package de.lokalwillkommen.core.arranging;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/**
 * What a change of an office's data means for days, times and languages.
 *
 * @param before the time zone before the change
 * @param after the time zone after it
 * @param newHolidays the days on which the office is closed after the change and not before
 * @param droppedLanguages the tags of the languages that the kiosk no longer offers
 */
record DataChange(
    ZoneId before, ZoneId after, Set<LocalDate> newHolidays, Set<String> droppedLanguages) {

  /** Whether it leaves days, times and languages as they are. */
  boolean isHarmless() {
    return before.equals(after) && newHolidays.isEmpty() && droppedLanguages.isEmpty();
  }

  /** Whether the local day of an instant becomes a day on which the office is closed. */
  boolean closes(Instant at) {
    return newHolidays.contains(dayOf(at));
  }

  /** The local day of an instant after the change. */
  LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, after);
  }

  /** Whether the local time of an instant changes. */
  boolean shifts(Instant at) {
    return !before.getRules().getOffset(at).equals(after.getRules().getOffset(at));
  }

  /** Whether the kiosk no longer offers a language. */
  boolean drops(String language) {
    return droppedLanguages.contains(language);
  }
}
