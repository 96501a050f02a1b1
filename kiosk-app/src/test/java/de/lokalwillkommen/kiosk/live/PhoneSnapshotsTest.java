package de.lokalwillkommen.kiosk.live;

import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_1;
import static de.lokalwillkommen.core.offices.OfficeFixture.eving;
import static de.lokalwillkommen.core.offices.OfficeFixture.hoerde;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.board.Boards;
import de.lokalwillkommen.core.calling.CallingFixture;
import de.lokalwillkommen.core.calling.CallingTickets;
import de.lokalwillkommen.core.forecast.Estimates;
import de.lokalwillkommen.core.forecast.QueueLengthForecast;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.FollowedTickets;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.TicketingOffice;
import de.lokalwillkommen.core.ticketing.Transfer;
import de.lokalwillkommen.kiosk.live.PhoneSnapshots.Shown;
import de.lokalwillkommen.web.text.Texts;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhoneSnapshotsTest {

  private static final int PHONES = 300;
  private static final SignedIn ME =
      new SignedIn(
          1,
          "hoerde-1",
          "Beratung 1",
          Set.of(Role.COUNSELLOR),
          Optional.of("hoerde"),
          Optional.of(COUNTER_1),
          "csrf");

  private final TicketingOffice office = new TicketingOffice(hoerde(), eving());
  private final Desks desks = new Desks(office.staff, office.clock);
  private final Estimates estimates =
      new Estimates(office.offices, desks, new QueueLengthForecast(), office.clock);
  private final CallingTickets calling = CallingFixture.calling(office, desks);
  private final PhoneSnapshots snapshots =
      new PhoneSnapshots(
          new FollowedTickets(office.offices, office.tickets, office.visitorKey, office.clock),
          new Boards(office.offices, office.lines, office.tickets, estimates, office.clock),
          estimates,
          office.clock,
          Texts.of("kiosk"));

  private final Set<String> phones =
      IntStream.range(0, PHONES)
          .mapToObj(i -> office.following.tokenFor(office.visitor().id()))
          .collect(Collectors.toSet());

  private int readsOf(Runnable look) {
    int before = office.tickets.reads();
    look.run();
    return office.tickets.reads() - before;
  }

  @Test
  void aBeatReadsNoTicketAndAChangeReadsTheLineOnce() {
    assertThat(readsOf(() -> snapshots.list("hoerde", phones))).isLessThanOrEqualTo(2);
    assertThat(readsOf(() -> snapshots.list("hoerde", phones))).isZero();

    calling.next(ME, COUNTER_1);

    assertThat(readsOf(() -> snapshots.list("hoerde", phones))).isLessThanOrEqualTo(2);
  }

  @Test
  void everyPhoneShowsItsTicketAsThePageDoes() {
    calling.next(ME, COUNTER_1);

    Map<String, Shown> shown = snapshots.list("hoerde", phones);

    assertThat(shown.keySet()).isEqualTo(phones);
    assertThat(shown)
        .allSatisfy(
            (token, phone) -> assertThat(phone.ticket()).isEqualTo(office.following.look(token)));
  }

  @Test
  void aNewPhoneReadsOnlyItsOwnTicket() {
    snapshots.list("hoerde", phones);
    String latest = phones.iterator().next();
    Set<String> fewer = new HashSet<>(phones);
    fewer.remove(latest);
    snapshots.list("hoerde", fewer);

    assertThat(readsOf(() -> snapshots.list("hoerde", phones))).isLessThanOrEqualTo(2);
    assertThat(snapshots.list("hoerde", phones)).containsKey(latest);
  }

  @Test
  void aPhoneWithoutASocketSeesTheSameAndLeavesTheOthersAlone() {
    Map<String, Shown> all = snapshots.list("hoerde", phones);
    String alone = phones.iterator().next();

    assertThat(snapshots.find(alone)).contains(all.get(alone));
    assertThat(snapshots.find("no-such-token")).isEmpty();
    assertThat(readsOf(() -> snapshots.list("hoerde", phones))).isZero();
  }

  @Test
  void aPhonesContentIsTheSameUntilItsTicketChanges() {
    Map<String, Shown> before = snapshots.list("hoerde", phones);
    office.visitor();

    Map<String, Shown> after = snapshots.list("hoerde", phones);

    assertThat(after)
        .allSatisfy(
            (token, phone) ->
                assertThat(phone.snapshot().content())
                    .isEqualTo(before.get(token).snapshot().content()));
    assertThat(after.values().iterator().next().snapshot().version())
        .isGreaterThan(before.values().iterator().next().snapshot().version());
  }

  @Test
  void theCalledVisitorIsToldFirst() {
    TicketView called = calling.next(ME, COUNTER_1).orElseThrow();

    assertThat(
            snapshots.list("hoerde", phones).values().stream()
                .filter(s -> s.snapshot().priority() == 0))
        .extracting(phone -> phone.ticket().number())
        .containsExactly(called.number());
  }

  @Test
  void aTicketHandedOnIsShownWhereItStandsAndAnEndedOneUntilItIsGone() {
    TicketView first = calling.next(ME, COUNTER_1).orElseThrow();
    String token = office.following.tokenFor(first.id());
    calling.transfer(
        ME, first.id(), new Transfer(Optional.empty(), Optional.empty(), Optional.of("eving")));
    assertThat(snapshots.list("hoerde", Set.of(token)).get(token).ticket().office())
        .isEqualTo("eving");

    office.following.leave(token);
    assertThat(snapshots.list("eving", Set.of(token)).get(token).ticket().status())
        .isEqualTo(TicketStatus.CANCELLED);

    office.clock.passes(Duration.ofHours(2).plusMinutes(1));
    assertThat(snapshots.list("eving", Set.of(token))).isEmpty();
  }
}
