package de.lokalwillkommen.kiosk.booking;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.waitlist.PartOfDay;
import de.lokalwillkommen.core.waitlist.UsingWaitlist;
import de.lokalwillkommen.core.waitlist.WaitlistWish;
import de.lokalwillkommen.kiosk.gate.KioskGate;
import de.lokalwillkommen.kiosk.gate.OutsideLimit;
import de.lokalwillkommen.kiosk.page.Address;
import de.lokalwillkommen.kiosk.page.PageState;
import de.lokalwillkommen.kiosk.page.Times;
import de.lokalwillkommen.kiosk.page.VisitorRequest;
import de.lokalwillkommen.web.page.PublicAddress;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EarlierWishTest {

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
  void theWaitIsFourWeeksAtMostHoweverFarAwayTheAppointmentIs() {
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

  @Test
  void requestsOnAPageAreLimitedByTheirChannel() {
    AppointmentView appointment = on("2026-11-27T09:00:00Z");
    LocalDate today = LocalDate.parse("2026-11-25");
    for (Address page :
        List.of(Address.appointment("ABCD2345"), Address.booked("hoerde", "ABCD2345"))) {
      earlier(page, Channel.OUTSIDE)
          .join(appointment, today, PartOfDay.ANY, List.of(), new RequestKey("key"));
      assertThat(joined).as(page.toString()).containsExactly(Channel.OUTSIDE);
      joined.clear();
    }

    earlier(Address.booked("hoerde", "ABCD2345"), Channel.KIOSK)
        .join(appointment, today, PartOfDay.ANY, List.of(), new RequestKey("key"));

    assertThat(joined).containsExactly(Channel.KIOSK);
  }

  /** The channel through which the visitor has joined the waitlist. */
  private final List<Channel> joined = new ArrayList<>();

  private EarlierWish earlier() {
    return earlier(Address.appointment("ABCD2345"), Channel.OUTSIDE);
  }

  /** On a page, in a browser with that channel unless the page is a phone's. */
  private EarlierWish earlier(Address page, Channel browser) {
    HttpServletRequest request = VisitorRequest.get(page, Map.of());
    PageTexts texts = new PageTexts(Texts.of("kiosk"), request);
    KioskGate gate =
        new KioskGate() {
          @Override
          public Channel channel() {
            return browser;
          }
        };
    OutsideLimit outside =
        new OutsideLimit() {
          @Override
          public UsingWaitlist.Joined join(WaitlistWish wish, Channel channel) {
            joined.add(channel);
            return new UsingWaitlist.Joined(null, true);
          }
        };
    return new EarlierWish(
        new UsingWaitlist() {},
        new OfficeDirectory() {},
        outside,
        new PageState(request, texts, gate, new PublicAddress(Optional.empty())),
        new Times(texts, Clock.fixed(NOW, ZoneId.of("UTC"))),
        new InventedWaits());
  }

  private static AppointmentView on(String start) {
    Instant begin = Instant.parse(start);
    return new AppointmentView(
        1,
        new BookingCode("ABCD2345"),
        "hoerde",
        "Hörde",
        Optional.empty(),
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
        Optional.empty(),
        Optional.empty());
  }
}
