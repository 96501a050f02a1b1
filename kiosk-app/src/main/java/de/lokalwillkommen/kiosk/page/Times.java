package de.lokalwillkommen.kiosk.page;

import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.NearDay;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Formats times in the page's language and in the office's time zone. */
@RequestScoped
public class Times {

  private static final String WEEKDAY = "EEE";
  private static final String DATE = "dMMM";

  private PageTexts texts;
  private Clock clock;

  protected Times() {}

  @Inject
  public Times(PageTexts texts, Clock clock) {
    this.texts = texts;
    this.clock = clock;
  }

  /** The local time of an instant, for example {@code 09:05}. */
  public String now(ZoneId zone) {
    return ofDay(clock.instant(), zone);
  }

  /** The time of day, for example {@code 09:05}. */
  public String ofDay(Instant instant, ZoneId zone) {
    return Moments.time(instant, zone);
  }

  /** For example “heute um 14:00 Uhr” or “Dienstag, 1. Dezember, um 10:00 Uhr”. */
  public String inWords(Instant instant, ZoneId zone) {
    String time = ofDay(instant, zone);
    return switch (NearDay.of(instant, clock.instant(), zone)) {
      case TODAY -> texts.of("when.today", time);
      case TOMORROW -> texts.of("when.tomorrow", time);
      case OTHER -> texts.of("when.day", Moments.day(instant, zone, texts.getLanguage()), time);
    };
  }

  /** For example “morgen, Montag, 23. November” or “Dienstag, 1. Dezember”. */
  public String day(Instant instant, ZoneId zone) {
    String words = Moments.day(instant, zone, texts.getLanguage());
    return switch (NearDay.of(instant, clock.instant(), zone)) {
      case TODAY -> texts.of("day.today", words);
      case TOMORROW -> texts.of("day.tomorrow", words);
      case OTHER -> words;
    };
  }

  /** For example “Mo”. */
  public String weekday(LocalDate day) {
    return Moments.say(WEEKDAY, day, texts.getLanguage());
  }

  /** For example “23. Nov.”. */
  public String date(LocalDate day) {
    return Moments.say(DATE, day, texts.getLanguage());
  }

  /** For example “Montag, 23. November”. */
  public String day(LocalDate day) {
    return Moments.day(day, texts.getLanguage());
  }

  /** The current day in the office's time zone. */
  public LocalDate today(ZoneId zone) {
    return clock.instant().atZone(zone).toLocalDate();
  }

  /** The remaining seconds, at least one, since the countdown reloads at its end. */
  public long secondsUntil(Instant instant) {
    return Math.max(1, Duration.between(clock.instant(), instant).toSeconds() + 1);
  }

  /** Whether it is over. */
  public boolean isOver(Instant instant) {
    return !clock.instant().isBefore(instant);
  }
}
