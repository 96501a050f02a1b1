package de.lokalwillkommen.admin.daylist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingWish;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.ticketing.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A day falls out: the appointments are chosen, the letters are read, then it is done. */
class WorkingListTest {

  private static final Instant NEXT_MONDAY = Instant.parse("2026-11-30T09:00:00Z");

  private final DayListDesk desk = new DayListDesk();

  WorkingListTest() {
    desk.sent.with("day", "2026-11-30");
  }

  private AppointmentView booked(int hour, String language, Optional<Contact> contact) {
    return desk.booking.booked(
        new BookingWish(
            new Slot.Id("hoerde", NEXT_MONDAY.plus(Duration.ofHours(hour))),
            OfficeFixture.HOUSING,
            language,
            Channel.STAFF,
            contact,
            Optional.empty(),
            Optional.empty()));
  }

  private String[] picks() {
    return desk.workingView.getRows().stream()
        .map(WorkingListView.Row::pick)
        .toArray(String[]::new);
  }

  private AppointmentStatus statusOf(AppointmentView appointment) {
    return desk.booking.booking.look(appointment.code()).status();
  }

  @Test
  void theListSaysWhoGetsAMailAndWhatIsProposed() {
    booked(0, "de", Optional.of(new Contact("a@example.org")));
    booked(1, "ar", Optional.empty());

    assertThat(desk.workingView.getRows())
        .extracting(
            WorkingListView.Row::at,
            WorkingListView.Row::mailed,
            WorkingListView.Row::hasDesk,
            WorkingListView.Row::proposal)
        .containsExactly(
            tuple("10:00", true, true, "Mo., 7. Dez., 00:00 Uhr"),
            tuple("11:00", false, true, "Mo., 7. Dez., 00:00 Uhr"));
  }

  @Test
  void theLettersAreReadInEachLanguageBeforeAnythingChanges() {
    AppointmentView german = booked(0, "de", Optional.of(new Contact("a@example.org")));
    booked(1, "ar", Optional.empty());
    desk.sent.with("pick", picks()).with("why", "CLOSED");

    desk.working.readMoves();

    assertThat(desk.working.getStep()).isEqualTo("MOVE");
    assertThat(desk.letters.getMailed()).isEqualTo(1);
    assertThat(desk.letters.getWithoutMail()).hasSize(1);
    assertThat(desk.letters.getSamples())
        .extracting(sample -> sample.letter().language().tag())
        .containsExactly("de", "ar");
    assertThat(desk.letters.getSamples().get(0).letter().text())
        .startsWith("Unser Büro ist an diesem Tag geschlossen.")
        .contains("verschoben");
    assertThat(desk.letters.getSamples().get(0).letter().subject()).contains("7. Dezember");
    assertThat(desk.booking.booking.look(german.code()).moves()).isZero();
  }

  @Test
  void whatIsDoneIsCountedAndWhatIsNotIsSaidAndStays() {
    AppointmentView stays = booked(0, "de", Optional.of(new Contact("a@example.org")));
    AppointmentView moves = booked(1, "de", Optional.empty());
    desk.sent.with("pick", picks());
    desk.booking.booking.cancel(stays.code(), Actor.VISITOR);

    desk.working.move();

    assertThat(desk.rebooked.getMoved()).isEqualTo(1);
    assertThat(desk.rebooked.getFailures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.code()).isEqualTo(stays.code());
              assertThat(failure.at()).isEqualTo("10:00");
              assertThat(failure.why()).contains("inzwischen");
            });
    assertThat(desk.rebooked.getLetters()).isEqualTo("letters.xhtml?code=" + moves.code().value());
    assertThat(desk.workingView.getRows()).isEmpty();
  }

  @Test
  void allAreCancelledForAReasonThatTheirLettersGive() {
    AppointmentView first = booked(0, "de", Optional.of(new Contact("a@example.org")));
    AppointmentView second = booked(1, "de", Optional.empty());
    desk.sent.with("pick", picks()).with("why", "STAFF");
    desk.working.readCancellations();
    assertThat(desk.letters.getSamples().get(0).letter().text())
        .contains("nicht genug Beratung", "abgesagt");

    desk.working.cancel();

    assertThat(desk.rebooked.getCancelled()).isEqualTo(2);
    assertThat(desk.rebooked.getWithoutMail()).isEqualTo(1);
    assertThat(statusOf(first)).isEqualTo(AppointmentStatus.CANCELLED);
    assertThat(statusOf(second)).isEqualTo(AppointmentStatus.CANCELLED);
  }

  @Test
  void withoutAChoiceNothingIsShownAndOtherTextsAreNoChoice() {
    booked(0, "de", Optional.empty());
    desk.sent.with("pick", "x", "7K3MQ2XW/never/", "7K3MQ2XW/2026-11-30T09:00:00Z");

    assertThatThrownBy(desk.working::readMoves)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal().key()).isEqualTo("rebooking.choose"));
  }
}
