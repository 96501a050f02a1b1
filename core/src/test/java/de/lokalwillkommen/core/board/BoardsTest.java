package de.lokalwillkommen.core.board;

import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_1;
import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.offices.OfficeFixture.eving;
import static de.lokalwillkommen.core.offices.OfficeFixture.hoerde;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.lokalwillkommen.core.calling.CallingFixture;
import de.lokalwillkommen.core.calling.CallingTickets;
import de.lokalwillkommen.core.forecast.Estimate;
import de.lokalwillkommen.core.forecast.Estimates;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.TicketingOffice;
import de.lokalwillkommen.core.ticketing.Transfer;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoardsTest {

  private final TicketingOffice office = new TicketingOffice(hoerde(), eving());
  private final CallingTickets calling =
      CallingFixture.calling(office, new Desks(office.staff, office.clock));
  private final Boards boards =
      new Boards(
          office.offices,
          office.lines,
          office.tickets,
          new Estimates() {
            @Override
            public Optional<Estimate> findForVisitorBehind(int ahead, String where) {
              return Optional.empty();
            }
          },
          office.clock);

  private static SignedIn in(String office, long counter) {
    return new SignedIn(
        1,
        office + "-1",
        "Beratung 1",
        Set.of(Role.COUNSELLOR),
        Optional.of(office),
        Optional.of(counter),
        "csrf");
  }

  @Test
  void ofTwoEqualNumbersTheOneFromAnotherOfficeNamesItsOffice() {
    TicketView own = office.visitor();
    TicketView brought = office.visitorIn("eving", HOUSING, "de");
    calling.transfer(
        in("eving", 201),
        brought.id(),
        new Transfer(Optional.empty(), Optional.empty(), Optional.of("hoerde")));
    SignedIn me = in("hoerde", COUNTER_1);
    calling.next(me, COUNTER_1);
    calling.next(me, COUNTER_1);

    assertThat(boards.get("hoerde").calls())
        .extracting(Board.Call::number, Board.Call::from)
        .containsExactlyInAnyOrder(
            tuple(own.number(), Optional.empty()), tuple(own.number(), Optional.of("Eving")));
  }

  @Test
  void theCallsAreReadOnceForEachChangeForAnyNumberOfCallers() {
    TicketView first = office.visitor();
    boards.get("hoerde");
    int before = office.tickets.reads();
    for (int i = 0; i < 20; i++) {
      boards.get("hoerde");
    }
    assertThat(office.tickets.reads()).isEqualTo(before);

    calling.next(in("hoerde", COUNTER_1), COUNTER_1);

    assertThat(boards.get("hoerde").calls())
        .extracting(Board.Call::number)
        .containsExactly(first.number());
  }
}
