package de.lokalwillkommen.kiosk;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;

/** Says when something is, in the words of the page's language and by the office's clock. */
@RequestScoped
public class Times {

  private static final DateTimeFormatter OF_DAY = DateTimeFormatter.ofPattern("HH:mm");
  private static final String DAY = "EEEEdMMMM";

  private PageTexts texts;
  private Clock clock;

  protected Times() {}

  @Inject
  Times(PageTexts texts, Clock clock) {
    this.texts = texts;
    this.clock = clock;
  }

  /** What the clock on the wall shows, for example {@code 09:05}. */
  public String now(ZoneId zone) {
    return ofDay(clock.instant(), zone);
  }

  /** The time of day, for example {@code 09:05}. */
  public String ofDay(Instant instant, ZoneId zone) {
    return OF_DAY.format(instant.atZone(zone));
  }

  /** For example “heute um 14:00 Uhr” or “Dienstag, 1. Dezember, um 10:00 Uhr”. */
  public String inWords(Instant instant, ZoneId zone) {
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    LocalDate day = instant.atZone(zone).toLocalDate();
    String time = ofDay(instant, zone);
    if (day.equals(today)) {
      return texts.of("when.today", time);
    }
    if (day.equals(today.plusDays(1))) {
      return texts.of("when.tomorrow", time);
    }
    DateFormat format = DateFormat.getInstanceForSkeleton(DAY, texts.getLanguage().locale());
    format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
    return texts.of("when.day", format.format(Date.from(instant)), time);
  }
}
