package de.lokalwillkommen.core.today;

import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.offices.OfficeFixture.eving;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.calling.CallingFixture;
import de.lokalwillkommen.core.calling.CallingTickets;
import de.lokalwillkommen.core.staff.CounterShift;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.Skills;
import de.lokalwillkommen.core.ticketing.TicketingOffice;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Eving is open on Mondays from nine to twelve; now it is ten. */
class ForgettingDayTest {

  private static final SignedIn ME =
      new SignedIn(
          1, "me", "Me", Set.of(Role.COUNSELLOR), Optional.of("eving"), Optional.of(201L), "csrf");

  private final TicketingOffice office = new TicketingOffice(eving());
  private final Desks desks = new Desks(office.staff, office.clock);
  private final InMemoryDayMemory memory = new InMemoryDayMemory();
  private final CallingTickets calling = CallingFixture.calling(office, desks, memory);
  private final ForgettingDay forgetting =
      new ForgettingDay(office.offices, office.tickets, desks, memory, office.clock);

  private long parkedWithANote() {
    long ticket = office.visitorIn("eving", HOUSING, "de").id();
    calling.park(ME, ticket, Duration.ofMinutes(5), Optional.of("note"));
    return ticket;
  }

  @Test
  void whileTheOfficeIsOpenNothingIsForgotten() {
    long ticket = parkedWithANote();
    office.clock.passes(Duration.ofMinutes(119));

    forgetting.forget();

    assertThat(memory.findNote(ticket)).isPresent();
    assertThat(memory.listActs(ticket)).hasSize(1);
  }

  @Test
  void atClosingAllIsForgottenIfTheCountersAreEmpty() {
    long ticket = parkedWithANote();
    office.clock.passes(Duration.ofHours(2));

    forgetting.forget();

    assertThat(memory.findNote(ticket)).isEmpty();
    assertThat(memory.listActs(ticket)).isEmpty();
  }

  @Test
  void whoServesTheLastVisitorsKeepsTheNotesUntilLeaving() {
    CounterShift shift =
        new CounterShift("eving", 201, 1, new Skills(Set.of(), Set.of()), office.clock.instant());
    office.staff.add(shift);
    long ticket = parkedWithANote();
    office.clock.passes(Duration.ofHours(3));
    forgetting.forget();
    assertThat(memory.findNote(ticket)).isPresent();

    shift.end(office.clock.instant());
    forgetting.forget();

    assertThat(memory.findNote(ticket)).isEmpty();
  }
}
