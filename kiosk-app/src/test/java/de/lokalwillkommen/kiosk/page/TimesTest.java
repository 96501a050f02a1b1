package de.lokalwillkommen.kiosk.page;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimesTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Texts TEXTS = Texts.of("kiosk");

  /** A Sunday; in Berlin it is Monday already. */
  private static final Instant NOW = Instant.parse("2026-11-22T23:30:00Z");

  @Test
  void aDayIsTodayOrTomorrowByTheOfficesClock() {
    Times times = in("de");

    assertThat(times.day(NOW, ZONE)).isEqualTo("heute, Montag, 23. November");
    assertThat(times.day(NOW.plus(Duration.ofDays(1)), ZONE))
        .isEqualTo("morgen, Dienstag, 24. November");
    assertThat(times.day(NOW.plus(Duration.ofDays(2)), ZONE)).isEqualTo("Mittwoch, 25. November");
    assertThat(times.today(ZONE)).isEqualTo("2026-11-23");
  }

  @Test
  void digitsAreLatinInArabicToo() {
    Times times = in("ar");

    assertThat(times.day(LocalDate.of(2026, 12, 1))).contains("1").contains("الثلاثاء");
    assertThat(times.date(LocalDate.of(2026, 12, 24))).contains("24");
    assertThat(times.ofDay(NOW, ZONE)).isEqualTo("00:30");
  }

  @Test
  void aCountdownNeverBeginsAtNothing() {
    assertThat(in("de").secondsUntil(NOW.plusSeconds(59))).isEqualTo(60);
    assertThat(in("de").secondsUntil(NOW.minusSeconds(59))).isEqualTo(1);
    assertThat(in("de").isOver(NOW)).isTrue();
    assertThat(in("de").isOver(NOW.plusMillis(1))).isFalse();
  }

  private static Times in(String language) {
    PageTexts texts =
        new PageTexts(TEXTS, VisitorRequest.get(Address.home("hoerde"), Map.of("lang", language)));
    return new Times(texts, Clock.fixed(NOW, ZoneId.of("UTC")));
  }
}
