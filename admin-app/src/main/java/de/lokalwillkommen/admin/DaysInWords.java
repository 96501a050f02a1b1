package de.lokalwillkommen.admin;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import de.lokalwillkommen.web.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;

/** Says on which day something is, in a language's own way. */
final class DaysInWords {

  private static final String WHOLE = "EEEEdMMMMy";
  private static final String SHORT = "EEEdMMM";

  private DaysInWords() {}

  /** For example “Montag, 23. November 2026”. */
  static String whole(LocalDate day, ZoneId zone, Language language) {
    return in(WHOLE, day.atTime(12, 0).atZone(zone).toInstant(), zone, language);
  }

  /** For example “Montag, 23. November 2026”. */
  static String whole(Instant instant, ZoneId zone, Language language) {
    return in(WHOLE, instant, zone, language);
  }

  /** For example “Mo., 23. Nov.”. */
  static String brief(Instant instant, ZoneId zone, Language language) {
    return in(SHORT, instant, zone, language);
  }

  private static String in(String skeleton, Instant instant, ZoneId zone, Language language) {
    DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, language.locale());
    format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
    return format.format(Date.from(instant));
  }
}
