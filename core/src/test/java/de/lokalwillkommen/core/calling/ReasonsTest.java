package de.lokalwillkommen.core.calling;

import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_1;
import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.offices.OfficeFixture.eving;
import static de.lokalwillkommen.core.offices.OfficeFixture.hoerde;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import de.lokalwillkommen.core.calling.LineView.Why;
import de.lokalwillkommen.core.staff.CounterShift;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.InMemoryStaff;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.Skills;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.TicketingOffice;
import de.lokalwillkommen.core.ticketing.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The reasons for a place in the line. */
class ReasonsTest {

  private static final SignedIn ME = in("hoerde");

  private final TicketingOffice office = new TicketingOffice(hoerde(), eving());
  private final InMemoryStaff staff = new InMemoryStaff();
  private final Desks desks = new Desks(staff, office.clock);
  private final CallingTickets calling = CallingFixture.calling(office, desks);
  private final Lines lines =
      new Lines(office.offices, office.lines, office.tickets, desks, office.clock);

  private static SignedIn in(String office) {
    return new SignedIn(
        1,
        office + "-1",
        "Beratung 1",
        Set.of(Role.COUNSELLOR),
        Optional.of(office),
        Optional.of(COUNTER_1),
        "csrf");
  }

  /** A visitor checks in now for a time that many minutes from now. */
  private TicketView withAppointmentIn(int minutes) {
    Instant now = office.clock.instant();
    Instant slot = now.plus(Duration.ofMinutes(minutes));
    return office.issuing.atCheckIn(
        "hoerde",
        TicketFixture.request(HOUSING, "de", null),
        slot,
        CallingOrder.of(hoerde()).keyOfAppointment(now, slot),
        Actor.KIOSK);
  }

  private List<List<Why>> whys() {
    return lines.get("hoerde").rows().stream().map(LineView.Row::whys).toList();
  }

  private List<String> numbers() {
    return lines.get("hoerde").rows().stream().map(r -> r.ticket().number()).toList();
  }

  @Test
  void aPlainWaitIsExplainedByTheTimeWaited() {
    office.visitor();
    office.clock.passes(Duration.ofMinutes(6));
    office.visitor();
    office.clock.passes(Duration.ofMinutes(34));

    assertThat(whys())
        .containsExactly(
            List.of(Why.of("longest")), List.of(Why.of("waits", Duration.ofMinutes(34))));
  }

  @Test
  void anAppointmentIsNamedWithItsTimeAndWhetherItWasKept() {
    office.clock.is(TEN);
    withAppointmentIn(0);
    withAppointmentIn(-12);
    withAppointmentIn(-22);
    withAppointmentIn(30);

    assertThat(whys())
        .containsExactlyInAnyOrder(
            List.of(Why.of("appointment.onTime", TEN)),
            List.of(Why.of("appointment.bitLate", TEN.minusSeconds(12 * 60), 12L)),
            List.of(Why.of("appointment.late", TEN.minusSeconds(22 * 60), 22L)),
            List.of(Why.of("appointment.onTime", TEN.plusSeconds(30 * 60))));
  }

  @Test
  void anAppointmentGoesBeforeThoseWhoCameWithinItsCredit() {
    office.visitor();
    office.clock.passes(Duration.ofMinutes(10));
    withAppointmentIn(0);

    assertThat(numbers()).containsExactly("T001", "A001");
  }

  @Test
  void theLongestWaitIsNamedAlsoBehindOthers() {
    office.visitor();
    office.clock.passes(Duration.ofMinutes(10));
    withAppointmentIn(0);

    assertThat(whys().get(1)).containsExactly(Why.of("longest"));
  }

  @Test
  void urgencyMovesAVisitorUpAndShowsTheReason() {
    office.visitor();
    office.clock.passes(Duration.ofMinutes(30));
    TicketView second = office.visitor();

    calling.hasten(ME, second.id(), " Frist läuft heute ab ");

    assertThat(numbers()).containsExactly("A002", "A001");
    assertThat(whys().get(0)).containsExactly(Why.of("urgent", "Frist läuft heute ab"));
  }

  @Test
  void theOnlyCounterThatCanCallIsNamedBesideTheReasonForThePlace() {
    TicketView ticket = withAppointmentIn(0);
    calling.transfer(
        ME, ticket.id(), new Transfer(Optional.empty(), Optional.of(COUNTER_1), Optional.empty()));

    assertThat(whys().get(0))
        .containsExactly(
            Why.of("appointment.onTime", office.clock.instant()), Why.of("handedOn", "Raum 1"));
  }

  @Test
  void aNumberOfAnotherOfficeNamesThatOffice() {
    office.visitor();
    TicketView brought = office.visitorIn("eving", HOUSING, "de");
    assertThat(brought.number()).isEqualTo(numbers().get(0));
    office.clock.passes(Duration.ofMinutes(1));
    calling.transfer(
        in("eving"),
        brought.id(),
        new Transfer(Optional.empty(), Optional.empty(), Optional.of("hoerde")));

    assertThat(numbers()).containsExactly("A001", "A001");
    assertThat(whys())
        .filteredOn(reasons -> reasons.contains(Why.of("from", "Eving")))
        .singleElement(list(Why.class))
        .hasSize(2);
  }

  @Test
  void aLanguageThatOneCounterSpeaksNamesThatCounter() {
    shift(COUNTER_1, 1, "de");
    shift(COUNTER_1 + 1, 2, "de", "ar");
    office.visitorIn("hoerde", HOUSING, "ar");

    assertThat(whys().get(0)).containsExactly(Why.of("needs", "ar", "Raum 2"));
  }

  private void shift(long counter, long counsellor, String... languages) {
    staff.add(
        new CounterShift(
            "hoerde",
            counter,
            counsellor,
            new Skills(Set.of(languages), Set.of()),
            office.clock.instant()));
  }
}
