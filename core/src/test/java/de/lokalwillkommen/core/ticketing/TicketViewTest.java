package de.lokalwillkommen.core.ticketing;

import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_1;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static de.lokalwillkommen.core.ticketing.TicketFixture.aTicket;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the view of a ticket shows. */
class TicketViewTest {

  private static final TicketView.At ROOM_1 = new TicketView.At(COUNTER_1, "Raum 1");

  private final Office hoerde = OfficeFixture.hoerde();
  private final Ticket ticket = aTicket().build();

  private TicketView view() {
    return TicketView.of(ticket, hoerde, 3);
  }

  @Test
  void theCounterIsShownFromTheCallOnAndAfterTheVisit() {
    assertThat(view().counter()).isEmpty();
    ticket.callTo(COUNTER_1, 1, TEN);
    assertThat(view().counter()).contains(ROOM_1);
    ticket.start(TEN);
    assertThat(view().counter()).contains(ROOM_1);
    ticket.finish(Outcome.about("housing"), TEN);
    assertThat(view().counter()).contains(ROOM_1);
  }

  @Test
  void aParkedOrMissedTicketHasNone() {
    ticket.callTo(COUNTER_1, 1, TEN);
    ticket.park(TEN.plus(Duration.ofMinutes(5)), Actor.COUNSELLOR, TEN);
    assertThat(ticket.counter()).contains(COUNTER_1);
    assertThat(view().counter()).isEmpty();

    ticket.callTo(COUNTER_1, 2, TEN);
    ticket.noShow(TEN);
    assertThat(view().counter()).isEmpty();
  }

  @Test
  void onlyAWaitingTicketHasOthersAhead() {
    assertThat(view().ahead()).isEqualTo(3);
    ticket.callTo(COUNTER_1, 1, TEN);
    assertThat(view().ahead()).isZero();
  }

  @Test
  void theOfficeLimitsTheRecalls() {
    ticket.callTo(COUNTER_1, 1, TEN);
    for (int i = 0; i < hoerde.recallLimit(); i++) {
      assertThat(view().recallable()).isTrue();
      ticket.recall(hoerde.recallLimit(), TEN);
    }
    assertThat(view().recallable()).isFalse();
    assertThat(view().recalls()).isEqualTo(hoerde.recallLimit());
  }
}
