package de.lokalwillkommen.core.ticketing;

import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static de.lokalwillkommen.core.ticketing.TicketFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading many tickets in one query gives the same as reading each alone. */
class FollowedTicketsDatabaseTest {

  /** More tickets than one statement selects. */
  private static final int VISITORS = 620;

  private final TestClock clock = new TestClock(TEN);
  private final RecordedEvents events = new RecordedEvents();
  private final VisitorKey key = new VisitorKey(new byte[32]);

  @ParameterizedTest
  @EnumSource
  void allTogetherAreTheSameAsOneByOne(TestDatabase database) {
    TicketingDatabase.reset(database);
    Map<String, TicketView> issued = new HashMap<>();
    database.transaction(
        em -> {
          IssuingTickets issuing = TicketingDatabase.issuing(em, events, clock);
          for (int i = 0; i < VISITORS; i++) {
            TicketView ticket = issuing.walkIn("hoerde", request(HOUSING, "de", null)).ticket();
            issued.put(key.tokenFor(ticket.id()), ticket);
          }
          return null;
        });

    Map<String, TicketView> seen =
        database.transaction(
            em ->
                new FollowedTickets(
                        TicketingDatabase.OFFICES, TicketingDatabase.tickets(em), key, clock)
                    .list(issued.keySet()));

    assertThat(seen).isEqualTo(issued);
  }
}
