package de.lokalwillkommen.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.dayorders.StopReason;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.waitlist.OfferStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InventedDataTest {

  @BeforeEach
  void anEditorLooksAtAText() {
    new TextDraft("de", "kiosk/home.greeting", "Hallo").begin();
  }

  @AfterEach
  void theRequestIsOver() {
    TextDraft.end();
  }

  @Test
  void eachStateIsFoundByItsName() {
    for (AppointmentStatus status : AppointmentStatus.values()) {
      String code = InventedData.code(status);
      assertThat(BookingCode.find(code)).isPresent();
      assertThat(InventedData.findByCode(code, AppointmentStatus.class)).contains(status);
    }
    for (InventedAnswer answer : InventedAnswer.values()) {
      assertThat(InventedData.findByCode(InventedData.code(answer), InventedAnswer.class))
          .contains(answer);
    }
    for (OfferStatus status : OfferStatus.values()) {
      assertThat(InventedData.findOffer(InventedData.offer(status), OfferStatus.class))
          .contains(status);
    }
    for (InventedEntrance entrance : InventedEntrance.values()) {
      String slug = InventedData.office(entrance);
      assertThat(slug).matches("[a-z0-9]+(?:-[a-z0-9]+)*");
      assertThat(InventedData.findOffice(slug, InventedEntrance.class)).contains(entrance);
      assertThat(InventedData.findOffice(slug, StopReason.class)).isEmpty();
    }
    assertThat(InventedData.findTicket(InventedData.ticket("CALLED"))).contains("CALLED");
  }

  @Test
  void thereIsACodeOfNothing() {
    String code = InventedData.unknownCode();

    assertThat(BookingCode.find(code)).isPresent();
    assertThat(InventedData.isUnknown(code)).isTrue();
    assertThat(InventedData.isUnknown("22222222")).isFalse();
    assertThat(Arrays.stream(InventedAnswer.values()).map(InventedData::code)).doesNotContain(code);
  }

  @Test
  void timesStandInThePlaceOfADay() {
    assertThat(InventedData.findTimes(InventedData.day(InventedTimes.NONE)))
        .contains(InventedTimes.NONE);
    assertThat(InventedData.findTimes("2026-11-23")).isEmpty();
    assertThat(InventedData.findTimes("")).isEmpty();
  }

  @Test
  void aTicketWithMoreThanAStatusHasANameOfItsOwn() {
    List<String> statuses = Arrays.stream(TicketStatus.values()).map(Enum::name).toList();
    List<String> kinds = Arrays.stream(Refusal.Kind.values()).map(Enum::name).toList();

    assertThat(InventedTicket.values())
        .extracting(Enum::name)
        .doesNotContainAnyElementsOf(statuses)
        .doesNotContainAnyElementsOf(kinds);
  }

  @Test
  void withoutADraftNothingIsInvented() {
    TextDraft.end();

    assertThat(InventedData.findTimes(InventedData.day(InventedTimes.NONE))).isEmpty();

    assertThat(InventedData.isShown()).isFalse();
    assertThat(InventedData.findTicket(InventedData.ticket("CALLED"))).isEmpty();
    assertThat(InventedData.findByCode("22222222", AppointmentStatus.class)).isEmpty();
    assertThat(InventedData.isUnknown(InventedData.unknownCode())).isFalse();
    assertThat(InventedData.findOffer("sample-offer-OPEN", OfferStatus.class)).isEmpty();
    assertThat(
            InventedData.findOffice(
                InventedData.office(InventedEntrance.FULL), InventedEntrance.class))
        .isEqualTo(Optional.empty());
  }

  @Test
  void anInventedAppointmentIsInAWeekAtHalfPastTen() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");

    assertThat(InventedData.start(Instant.parse("2026-11-23T23:30:00Z"), berlin))
        .isEqualTo("2026-12-01T09:30:00Z");
  }
}
