package de.lokalwillkommen.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.KeepingWaitlist;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EarlierTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

  @Test
  void itCanBeOnAnyDayFromTodayToTheAppointments() {
    assertThat(earlier().listDays(on("2026-11-27T09:00:00Z")))
        .containsExactly(
            LocalDate.parse("2026-11-25"),
            LocalDate.parse("2026-11-26"),
            LocalDate.parse("2026-11-27"));
    assertThat(earlier().isPossible(on("2026-11-26T09:00:00Z"))).isTrue();
    assertThat(earlier().isPossible(on("2026-11-25T15:00:00Z"))).isFalse();
  }

  @Test
  void nobodyWaitsForLongerThanFourWeeksHoweverFarAwayTheAppointmentIs() {
    for (String start : new String[] {"2026-12-24T09:00:00Z", "2999-12-31T09:00:00Z"}) {
      assertThat(earlier().listDays(on(start))).hasSize(29).endsWith(LocalDate.parse("2026-12-23"));
    }
  }

  @Test
  void nothingIsEarlierThanWhatIsLongOver() {
    for (String start : new String[] {"2026-11-24T09:00:00Z", "2026-11-20T09:00:00Z"}) {
      assertThat(earlier().listDays(on(start))).isEmpty();
      assertThat(earlier().isPossible(on(start))).isFalse();
    }
  }

  private static Earlier earlier() {
    PageTexts texts =
        new PageTexts(
            Texts.of("kiosk"), VisitorRequest.get(Address.appointment("ABCD2345"), Map.of()));
    return new Earlier(
        new KeepingWaitlist() {},
        new OfficeDirectory() {},
        new Times(texts, Clock.fixed(NOW, ZoneId.of("UTC"))));
  }

  private static AppointmentView on(String start) {
    Instant begin = Instant.parse(start);
    return new AppointmentView(
        1,
        new BookingCode("ABCD2345"),
        "hoerde",
        "Hörde",
        ZONE,
        "work",
        "de",
        begin,
        begin.plus(Duration.ofMinutes(30)),
        AppointmentStatus.BOOKED,
        Channel.KIOSK,
        Optional.empty(),
        false,
        0,
        Optional.empty());
  }
}
