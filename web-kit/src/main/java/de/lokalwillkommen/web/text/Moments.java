package de.lokalwillkommen.web.text;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;

/** Formats times in an office's time zone and in the style of a language. */
public final class Moments {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final ZoneOffset UTC = ZoneOffset.UTC;
  private static final String DAY = "EEEEdMMMM";
  private static final String DAY_AND_YEAR = "EEEEdMMMMy";
  private static final String BRIEF_DAY = "EEEdMMM";

  private Moments() {}

  /** The time of day, the same in every language: for example {@code 09:05}. */
  public static String time(Instant instant, ZoneId zone) {
    return CLOCK.format(instant.atZone(zone));
  }

  /** For example “Montag, 23. November”. */
  public static String day(Instant instant, ZoneId zone, Language language) {
    return say(DAY, instant, zone, language);
  }

  /** The same of a whole day. */
  public static String day(LocalDate day, Language language) {
    return say(DAY, day, language);
  }

  /** For example “Montag, 23. November 2026”. */
  public static String dayAndYear(Instant instant, ZoneId zone, Language language) {
    return say(DAY_AND_YEAR, instant, zone, language);
  }

  /** The same of a whole day. */
  public static String dayAndYear(LocalDate day, Language language) {
    return say(DAY_AND_YEAR, day, language);
  }

  /** For example “Mo., 23. Nov.”. */
  public static String briefDay(Instant instant, ZoneId zone, Language language) {
    return say(BRIEF_DAY, instant, zone, language);
  }

  /**
   * The requested parts of a date, in the order of the language.
   *
   * @param skeleton as ICU names them
   */
  public static String say(String skeleton, LocalDate day, Language language) {
    return say(skeleton, day.atTime(LocalTime.NOON).toInstant(UTC), UTC, language);
  }

  /** The same of an instant. */
  public static String say(String skeleton, Instant instant, ZoneId zone, Language language) {
    DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, language.locale());
    format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
    return format.format(Date.from(instant));
  }
}
