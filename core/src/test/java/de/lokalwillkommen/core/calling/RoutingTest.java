package de.lokalwillkommen.core.calling;

import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.offices.OfficeFixture.LETTERS;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static de.lokalwillkommen.core.ticketing.TicketFixture.aTicket;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.staff.Desks.Desk;
import de.lokalwillkommen.core.staff.Skills;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutingTest {

  private static final long FARSI = 1;
  private static final long GENERAL = 2;

  private static Desk desk(long counter, Set<String> languages, Set<String> topics) {
    return new Desk(counter, new Skills(languages, topics), true);
  }

  private static final List<Desk> BOTH =
      List.of(desk(FARSI, Set.of("fa"), Set.of()), desk(GENERAL, Set.of("en"), Set.of()));

  private static final Ticket GERMAN_FIRST = aTicket().in("de").arrivedAt(TEN).build();
  private static final Ticket FARSI_SECOND =
      aTicket().in("fa").arrivedAt(TEN.plusSeconds(60)).build();
  private static final List<Ticket> LINE = List.of(GERMAN_FIRST, FARSI_SECOND);

  private static Instant minutesLater(long minutes) {
    return TEN.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void theLongestWaitingVisitorIsCalledFirst() {
    assertThat(new Routing(BOTH, minutesLater(2)).next(GENERAL, LINE)).contains(GERMAN_FIRST);
    assertThat(new Routing(BOTH, minutesLater(2)).next(FARSI, LINE)).contains(GERMAN_FIRST);
  }

  @Test
  void aCounterSkipsVisitorsWhoseLanguageOnlyOthersSpeak() {
    assertThat(new Routing(BOTH, minutesLater(2)).next(GENERAL, List.of(FARSI_SECOND))).isEmpty();
  }

  @Test
  void aSpecialistFirstTakesAVisitorWhoNeedsThemAndHasWaitedForAWhile() {
    assertThat(new Routing(BOTH, minutesLater(11)).next(FARSI, LINE)).contains(FARSI_SECOND);
    assertThat(new Routing(BOTH, minutesLater(11)).next(GENERAL, LINE)).contains(GERMAN_FIRST);
  }

  @Test
  void aWhileIsExactlyTenMinutes() {
    Instant arrival = FARSI_SECOND.issuedAt();
    Routing before = new Routing(BOTH, arrival.plus(Routing.SPECIALIST_AFTER).minusNanos(1));
    Routing after = new Routing(BOTH, arrival.plus(Routing.SPECIALIST_AFTER));

    assertThat(Routing.SPECIALIST_AFTER).isEqualTo(Duration.ofMinutes(10));
    assertThat(before.next(FARSI, LINE)).contains(GERMAN_FIRST);
    assertThat(after.next(FARSI, LINE)).contains(FARSI_SECOND);
  }

  @Test
  void aVisitorForTheSpecialistAloneIsCalledAtOnceIfFirstInLine() {
    assertThat(new Routing(BOTH, FARSI_SECOND.issuedAt()).next(FARSI, List.of(FARSI_SECOND)))
        .contains(FARSI_SECOND);
  }

  @Test
  void aSpecialistAloneSimplyTakesTheNext() {
    Routing alone = new Routing(BOTH.subList(0, 1), minutesLater(11));

    assertThat(alone.next(FARSI, LINE)).contains(GERMAN_FIRST);
  }

  @Test
  void ifNoCounsellorPresentSpeaksTheLanguageAllMayServe() {
    Ticket tigrinya = aTicket().in("ti").build();

    assertThat(new Routing(BOTH, minutesLater(0)).next(GENERAL, List.of(tigrinya)))
        .contains(tigrinya);
  }

  @Test
  void theLanguageWeighsMoreThanTheTopic() {
    List<Desk> desks =
        List.of(
            desk(FARSI, Set.of("fa"), Set.of(HOUSING)), desk(GENERAL, Set.of(), Set.of(LETTERS)));
    Ticket farsiLetters = aTicket().in("fa").about(LETTERS).build();

    assertThat(new Routing(desks, TEN).countersFor(farsiLetters))
        .extracting(Desk::counter)
        .containsExactly(FARSI);
  }

  @Test
  void theNamedCounterMayServeElseOneWithBothSkillsElseTheLanguageElseTheTopic() {
    Desk both = desk(1, Set.of("fa"), Set.of(LETTERS));
    Desk speaks = desk(2, Set.of("fa"), Set.of(HOUSING));
    Desk advises = desk(3, Set.of("en"), Set.of(LETTERS));
    Desk neither = desk(4, Set.of("en"), Set.of(HOUSING));
    Ticket farsiLetters = aTicket().in("fa").about(LETTERS).build();

    assertThat(new Routing(List.of(neither, advises, speaks, both), TEN).countersFor(farsiLetters))
        .containsExactly(both);
    assertThat(new Routing(List.of(neither, advises, speaks), TEN).countersFor(farsiLetters))
        .containsExactly(speaks);
    assertThat(new Routing(List.of(neither, advises), TEN).countersFor(farsiLetters))
        .containsExactly(advises);
    assertThat(new Routing(List.of(neither), TEN).countersFor(farsiLetters))
        .containsExactly(neither);
    assertThat(new Routing(List.of(), TEN).countersFor(farsiLetters)).isEmpty();
    farsiLetters.transfer(
        new Transfer(Optional.empty(), Optional.of(4L), Optional.empty()), TEN.plusSeconds(1));
    assertThat(new Routing(List.of(neither, both), TEN).countersFor(farsiLetters))
        .containsExactly(neither);
    assertThat(new Routing(List.of(advises, both), TEN).countersFor(farsiLetters))
        .containsExactly(both);
  }

  @Test
  void aCounterOnABreakDoesNotCount() {
    List<Desk> desks =
        List.of(new Desk(FARSI, new Skills(Set.of("fa"), Set.of()), false), BOTH.get(1));

    assertThat(new Routing(desks, TEN).next(GENERAL, List.of(FARSI_SECOND))).contains(FARSI_SECOND);
  }

  @Test
  void nextWithoutAShiftTakesTheFirst() {
    assertThat(new Routing(BOTH, TEN).next(99, LINE)).contains(GERMAN_FIRST);
  }
}
