package de.lokalwillkommen.admin.daylist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.admin.console.DeskInHoerde;
import de.lokalwillkommen.admin.daylist.DayListView.Row;
import de.lokalwillkommen.admin.daylist.SlotPicker.Choice;
import de.lokalwillkommen.admin.page.StaffCodeLimit;
import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.offices.OfficeFixture;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The appointments of a day, and what staff does with them. */
class DayListTest {

  private static final String ELEVEN = "hoerde_20261123T1000Z";
  private static final String ELEVEN_IN_EVING = "eving_20261123T1000Z";

  private final DayListDesk desk = new DayListDesk();

  private List<String> times() {
    desk.list.load();
    return desk.list.getRows().stream().map(Row::at).toList();
  }

  private static void assertRefused(Kind kind, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal().kind()).isEqualTo(kind));
  }

  private void choose(String slot) {
    desk.sent.with("slot", slot).with("topic", OfficeFixture.HOUSING).with("language", "ar");
  }

  @Test
  void todayIsShownInTheOrderOfTheTimes() {
    desk.bookedIn(60);
    desk.bookedIn(30);
    desk.booking.booked("eving", desk.booking.clock.instant().plus(Duration.ofMinutes(60)));

    assertThat(times()).containsExactly("10:30", "11:00");
    assertThat(desk.list.getTitle()).isEqualTo("Montag, 23. November 2026");
    assertThat(desk.list.getCount()).isEqualTo(2);
  }

  @Test
  void anotherDayIsShownByItsAddress() {
    desk.booking.booked("hoerde", desk.booking.clock.instant().plus(Duration.ofDays(7)));
    desk.sent.with("day", "2026-11-30");

    assertThat(times()).containsExactly("10:00");
    assertThat(desk.list.getDayBefore()).isEqualTo("2026-11-29");
    assertThat(desk.list.getDayAfter()).isEqualTo("2026-12-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow", "2026-02-30", "9999999-01-01", "-1-01-01", ""})
  void aDayThatIsNoneIsToday(String day) {
    desk.sent.with("day", day);

    assertThat(desk.list.getDay()).isEqualTo("2026-11-23");
  }

  @Test
  void codeTimeAndTopicAreSearched() {
    AppointmentView wanted = desk.bookedIn(30);
    desk.bookedIn(60);

    desk.sent.with("q", wanted.code().inGroups().toLowerCase(Locale.ROOT));
    assertThat(times()).containsExactly("10:30");
    desk.sent.with("q", wanted.code().value());
    assertThat(times()).containsExactly("10:30");
    desk.sent.with("q", "11:0");
    assertThat(times()).containsExactly("11:00");
    desk.sent.with("q", "wohn");
    assertThat(times()).hasSize(2);
    desk.sent.with("q", "kita");
    assertThat(times()).isEmpty();
  }

  @Test
  void languagesAreSearchedAsTheReaderCallsThemAndStatesToo() {
    AppointmentView cancelled = desk.bookedIn(30);
    desk.booking.byStaff.cancel(DeskInHoerde.ME, cancelled.code());
    desk.bookedIn(60);

    desk.sent.with("q", "deutsch");
    assertThat(times()).hasSize(2);
    desk.sent.with("q", "gebucht");
    assertThat(times()).containsExactly("11:00");
    desk.sent.with("q", "abgesagt");
    assertThat(times()).containsExactly("10:30");
  }

  @Test
  void aWordThatCouldBeACodeIsNotSaidToBeOne() {
    desk.bookedIn(30);

    desk.sent.with("q", "abgesagt");
    assertThat(times()).isEmpty();
    assertThat(desk.list.getNothing()).isEqualTo("search");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%1$s", " %2$s ", "/kiosk/a/%1$s"})
  void aCodeLeadsToTheDayOfItsAppointment(String typed) {
    BookingCode code = desk.bookedIn(7 * 24 * 60 + 30).code();
    desk.bookedIn(7 * 24 * 60 + 60);
    desk.sent.with("q", typed.formatted(code.value().toLowerCase(Locale.ROOT), code.inGroups()));

    assertThat(times()).containsExactly("10:30");
    assertThat(desk.list.getDay()).isEqualTo("2026-11-30");
    assertThat(desk.list.getRows().get(0).marked()).isTrue();
  }

  @Test
  void aCodeOfAnotherOfficeOrAnUnknownOneIsReportedAsUnknown() {
    AppointmentView elsewhere =
        desk.booking.booked("eving", desk.booking.clock.instant().plus(Duration.ofDays(7)));

    for (String code : List.of(elsewhere.code().inGroups(), "2222-2222")) {
      desk.sent.with("q", code);
      assertThat(times()).isEmpty();
      assertThat(desk.list.getDay()).isEqualTo("2026-11-23");
      assertThat(desk.list.getNothing()).isEqualTo("code");
    }
    desk.sent.with("q", "kita");
    assertThat(desk.list.getNothing()).isEqualTo("search");
    desk.sent.with("q", "");
    assertThat(desk.list.getNothing()).isEqualTo("day");
  }

  @Test
  void aVisitorWhoIsThereIsShownWithTheirNumber() {
    desk.sent.with("code", desk.bookedIn(30).code().value());

    desk.listPage.checkIn();
    desk.list.load();

    Row row = desk.list.getRows().get(0);
    assertThat(row.number()).isEqualTo("T001");
    assertThat(row.status()).isEqualTo(AppointmentStatus.CHECKED_IN);
    assertThat(row.isAwaited()).isFalse();
    assertThat(row.isOpen()).isFalse();
  }

  @Test
  void aVisitorWhoWasThereIsNotShownAsMissed() {
    desk.bookedIn(30);
    desk.list.load();
    Row booked = desk.list.getRows().get(0);

    assertThat(ended(booked, "").state()).isEqualTo("appointment.NO_SHOW");
    assertThat(ended(booked, "T001").state()).isEqualTo("appointment.unserved");
  }

  private static Row ended(Row row, String number) {
    return new Row(
        row.code(),
        row.day(),
        row.at(),
        row.until(),
        row.topic(),
        row.pictogram(),
        row.language(),
        AppointmentStatus.NO_SHOW,
        number,
        true,
        false);
  }

  @Test
  void aBookingIsAnnouncedWithItsCodeAndShownOnItsDay() {
    desk.sent.with("day", "2026-11-24");
    choose(ELEVEN);

    desk.listPage.book();
    desk.list.load();

    Row row = desk.list.getRows().get(0);
    assertThat(desk.list.getDay()).isEqualTo("2026-11-23");
    assertThat(row.marked()).isTrue();
    assertThat(row.language().tag()).isEqualTo("ar");
    assertThat(desk.feedback.getNews().about())
        .containsExactly(row.code().inGroups(), "Montag, 23. November 2026, 11:00 Uhr");
  }

  @Test
  void anUnknownLanguageBecomesGerman() {
    choose(ELEVEN);
    desk.sent.with("language", "tlh");

    desk.listPage.book();
    desk.list.load();

    assertThat(desk.list.getRows().get(0).language().tag()).isEqualTo("de");
  }

  @Test
  void withoutASlotOrWithABadAddressNothingIsBooked() {
    assertRefused(Kind.INVALID, desk.listPage::book);
    choose(ELEVEN);
    desk.sent.with("mail", "nobody");
    assertRefused(Kind.INVALID, desk.listPage::book);

    assertThat(times()).isEmpty();
  }

  @Test
  void anAppointmentIsMovedUnderTheSameCode() {
    desk.sent.with("code", desk.bookedIn(30).code().value());
    choose(ELEVEN);

    desk.listPage.move();

    assertThat(times()).containsExactly("11:00");
  }

  @Test
  void aCancelledAppointmentStaysOnTheListButDoesNotCount() {
    desk.sent.with("code", desk.bookedIn(30).code().value());

    desk.listPage.cancel();

    assertThat(times()).containsExactly("10:30");
    assertThat(desk.list.getCount()).isZero();
    assertThat(desk.list.getRows().get(0).isOpen()).isFalse();
  }

  @Test
  void anotherOfficesAppointmentMayOnlyBeMovedHere() {
    AppointmentView elsewhere =
        desk.booking.booked("eving", desk.booking.clock.instant().plus(Duration.ofMinutes(30)));
    desk.sent.with("code", elsewhere.code().value());

    choose(ELEVEN_IN_EVING);
    assertRefused(Kind.UNKNOWN, desk.listPage::move);
    assertRefused(Kind.UNKNOWN, desk.listPage::cancel);
    assertRefused(Kind.UNKNOWN, desk.listPage::checkIn);
    assertRefused(Kind.UNKNOWN, desk.listPage::book);
    choose(ELEVEN);
    desk.listPage.move();
    assertThat(times()).containsExactly("11:00");
  }

  @Nested
  class CodesOfOtherOffices {

    private final AppointmentView elsewhere =
        desk.booking.booked("eving", desk.booking.clock.instant().plus(Duration.ofMinutes(30)));

    /** Searches for codes that do not exist until no more are looked up. */
    private void guess() {
      for (int miss = 0; miss < StaffCodeLimit.FREE; miss++) {
        desk.sent.with("q", "2222222" + "23456789ABCDEFGHJKMNP".charAt(miss));
        assertThat(desk.elsewhere().isTooOften()).isFalse();
      }
      desk.sent.with("q", "2222-2233");
    }

    @Test
    void areFoundOneAfterAnother() {
      desk.sent.with("q", elsewhere.code().inGroups());
      for (int hit = 0; hit <= StaffCodeLimit.FREE; hit++) {
        assertThat(desk.elsewhere().getFound().code()).isEqualTo(elsewhere.code());
      }
    }

    @Test
    void areNotGuessed() {
      guess();
      assertThat(desk.elsewhere().isTooOften()).isTrue();
      desk.sent.with("q", elsewhere.code().inGroups());
      assertThat(desk.elsewhere().getFound()).isNull();

      desk.sent.with("code", elsewhere.code().value());
      choose(ELEVEN);
      assertRefused(Kind.TOO_OFTEN, desk.listPage::move);
      assertThat(desk.log.lines())
          .isNotEmpty()
          .allMatch(line -> line.startsWith("CODES_TRIED") && line.endsWith(" code"));
    }

    @Test
    void doNotKeepThoseOfTheOwnOfficeFromBeingMoved() {
      guess();
      assertThat(desk.elsewhere().isTooOften()).isTrue();

      desk.sent.with("code", desk.bookedIn(30).code().value());
      choose(ELEVEN);
      desk.listPage.move();

      desk.sent.with("q", "");
      assertThat(times()).containsExactly("11:00");
    }

    @Test
    void areNotGuessedByMovingThem() {
      choose(ELEVEN);
      for (int miss = 0; miss < StaffCodeLimit.FREE; miss++) {
        desk.sent.with("code", "2222222" + "23456789ABCDEFGHJKMNP".charAt(miss));
        assertRefused(Kind.UNKNOWN, desk.listPage::move);
      }
      desk.sent.with("code", "22222233");
      assertRefused(Kind.TOO_OFTEN, desk.listPage::move);
    }

    @Test
    void theSameOneAgainDoesNotCount() {
      desk.sent.with("q", "2222-2222");
      for (int refresh = 0; refresh <= StaffCodeLimit.FREE; refresh++) {
        assertThat(desk.elsewhere().isTooOften()).isFalse();
      }
    }

    @Test
    void twoTabsThatSearchAgainDoNotUseUpTheLimit() {
      for (int refresh = 0; refresh <= StaffCodeLimit.FREE; refresh++) {
        desk.sent.with("q", "2222-2222");
        assertThat(desk.elsewhere().isTooOften()).isFalse();
        desk.sent.with("q", "2222-2233");
        assertThat(desk.elsewhere().isTooOften()).isFalse();
      }
    }
  }

  @Nested
  class Slots {

    private List<Choice> looked() {
      desk.slots.look();
      return desk.slots.getChoices();
    }

    @Test
    void theNextOnesAreShownWithTheirDay() {
      desk.sent.with("topic", OfficeFixture.HOUSING);

      assertThat(looked()).hasSize(6);
      assertThat(looked().get(0).at()).isEqualTo("10:30");
      assertThat(looked().get(0).day()).contains("23.");
      assertThat(desk.slots.getDay()).isEmpty();
    }

    @Test
    void allSlotsOfOneDayAreShown() {
      desk.sent.with("topic", OfficeFixture.HOUSING).with("on", "2026-11-30");

      assertThat(looked()).hasSize(48);
      assertThat(looked().get(0)).isEqualTo(new Choice("hoerde_20261129T2300Z", "", "00:00"));
      assertThat(desk.slots.getDay()).isEqualTo("Montag, 30. November 2026");
    }

    @Test
    void aTopicThatIsNoneIsRefused() {
      desk.sent.with("topic", "gardening");

      assertRefused(Kind.INVALID, this::looked);
    }
  }

  @Nested
  class AsFile {

    @Test
    void hasHeadingsInTheReadersLanguageAndOneLineForEach() throws IOException {
      AppointmentView appointment = desk.bookedIn(30);
      desk.list.load();
      StringBuilder file = new StringBuilder();

      new DayListFile(desk.languages, desk.page).write(desk.list.getRows(), file);

      assertThat(file.toString())
          .isEqualTo(
              "\uFEFF"
                  + "Tag;Von;Bis;Code;Thema;Sprache;Stand;Nummer\r\n"
                  + "2026-11-23;10:30;11:00;"
                  + appointment.code().inGroups()
                  + ";Wohnung;Deutsch;gebucht;\r\n");
    }
  }
}
