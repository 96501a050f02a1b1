package de.lokalwillkommen.core.ticketing;

import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.offices.OfficeFixture.eving;
import static de.lokalwillkommen.core.offices.OfficeFixture.hoerde;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.Refusal.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The view of many phones at once equals the view of each alone. */
class FollowedTicketsTest {

  private final TicketingOffice office = new TicketingOffice(hoerde(), eving());
  private final FollowedTickets followed =
      new FollowedTickets(office.offices, office.tickets, office.visitorKey, office.clock);

  private String token(TicketView ticket) {
    return office.following.tokenFor(ticket.id());
  }

  @Test
  void inEveryLineEachSeesHowManyWaitBefore() {
    TicketView first = office.visitor();
    TicketView there = office.visitorIn("eving", HOUSING, "de");
    TicketView second = office.visitor();
    TicketView third = office.visitor();

    Map<String, TicketView> seen =
        followed.list(List.of(token(first), token(there), token(second), token(third), "A001"));

    assertThat(seen)
        .isEqualTo(
            Map.of(
                token(first), office.following.look(token(first)),
                token(there), office.following.look(token(there)),
                token(second), office.following.look(token(second)),
                token(third), office.following.look(token(third))));
    assertThat(seen.get(token(third)).ahead()).isEqualTo(2);
  }

  @Test
  void aTicketThatDoesNotExistIsRefusedAsUnknown() {
    long none = office.visitor().id() + 1;

    assertThat(refusalOf(() -> office.tickets.get(none)).kind()).isEqualTo(Kind.UNKNOWN);
  }

  @Test
  void ticketsInTheSamePlaceHaveTheSameNumberAhead() {
    assertThat(beside(0).isBeside(beside(0))).isTrue();
    assertThat(beside(0).isBeside(beside(1))).isFalse();
    assertThat(beside(0).isBeside(new LinePlace(1, TicketFixture.TEN.plusSeconds(1), 0))).isFalse();
  }

  @Test
  void theSameNumberFromAnotherOfficeStandsBesideTheLocalOne() {
    TicketView own = office.visitor();
    TicketView brought = office.visitorIn("eving", HOUSING, "de");
    office.bring(brought, "hoerde");
    TicketView behind = office.visitor();

    Map<String, TicketView> seen =
        followed.list(List.of(token(own), token(brought), token(behind)));

    assertThat(seen.get(token(own)).ahead()).isZero();
    assertThat(seen.get(token(brought)).ahead()).isZero();
    assertThat(seen.get(token(behind)).ahead()).isEqualTo(2);
    assertThat(seen.get(token(brought))).isEqualTo(office.following.look(token(brought)));
  }

  private static LinePlace beside(int number) {
    return new LinePlace(7, TicketFixture.TEN, number);
  }

  @Test
  void theOfficeIsTheOneWhoseLineTheTicketStandsIn() {
    assertThat(followed.findOffice(token(office.visitor()))).contains("hoerde");
    assertThat(followed.findOffice(token(office.visitorIn("eving", HOUSING, "de"))))
        .contains("eving");
    assertThat(followed.findOffice("A001")).isEmpty();
  }

  @Test
  void aTicketNoLongerShownIsMissing() {
    TicketView left = office.visitor();
    TicketView stays = office.visitor();
    office.following.leave(token(left));
    office.clock.passes(Duration.ofHours(2).plusMillis(1));

    assertThat(followed.list(List.of(token(left), token(stays)))).containsOnlyKeys(token(stays));
    assertThat(followed.findOffice(token(left))).isEmpty();
    assertThat(followed.findOffice(token(stays))).contains("hoerde");

    office.clock.passes(Duration.ofDays(1));
    assertThat(followed.list(List.of(token(stays)))).isEmpty();
    assertThat(followed.findOffice(token(stays))).isEmpty();
  }
}
