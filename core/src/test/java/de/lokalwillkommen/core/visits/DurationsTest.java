package de.lokalwillkommen.core.visits;

import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static de.lokalwillkommen.core.ticketing.TicketFixture.aTicket;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.ticketing.Outcome;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketEvent;
import de.lokalwillkommen.core.ticketing.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DurationsTest {

  private static final Transfer ELSEWHERE =
      new Transfer(Optional.of("letters"), Optional.empty(), Optional.empty());

  private final Ticket ticket = aTicket().build();
  private final List<TicketEvent> events = new ArrayList<>();

  /**
   * Who saw a visitor come and go knows the row of {@code visit} with its minutes, and looks for
   * the topic among the properties of that month. An office with 1.7 visitors an hour has 170 in a
   * month.
   */
  @Test
  void inAMonthOfASmallOfficeAVisitHasFiveTopicsAtLeast() {
    Random random = new Random(7);
    List<Integer> steps =
        IntStream.range(0, 170)
            .mapToObj(i -> Duration.ofMinutes((long) Math.exp(3 + 0.6 * random.nextGaussian())))
            .map(served -> Property.timed(PropertyKind.TOPIC, "", Optional.of(served)))
            .map(property -> property.minutes().orElseThrow())
            .toList();

    assertThat(steps).allMatch(step -> Collections.frequency(steps, step) >= 5);
  }

  private static Instant at(int minutes) {
    return TEN.plus(Duration.ofMinutes(minutes));
  }

  private static Optional<Duration> minutes(int minutes) {
    return Optional.of(Duration.ofMinutes(minutes));
  }

  @Test
  void aVisitThatWasNeverCalledHasNoDurations() {
    events.add(ticket.cancel(Actor.VISITOR, at(30)));

    assertThat(Durations.of(ticket, events))
        .isEqualTo(new Durations(Optional.empty(), Optional.empty(), Optional.empty(), 0));
  }

  @Test
  void allTimesAtCountersCountTogether() {
    events.add(ticket.callTo(1, 1, at(10)));
    events.add(ticket.start(at(12)));
    events.add(ticket.transfer(ELSEWHERE, at(20)));
    events.add(ticket.callTo(2, 2, at(30)));
    events.add(ticket.start(at(31)));
    events.add(ticket.finish(Outcome.about("letters"), at(36)));

    assertThat(Durations.of(ticket, events))
        .isEqualTo(new Durations(minutes(10), minutes(1), minutes(13), 1));
  }

  @Test
  void whatWasUndoneAtOnceDoesNotCount() {
    events.add(ticket.callTo(1, 1, at(10)));
    events.add(ticket.undo(at(10).plusSeconds(5)));
    events.add(ticket.callTo(2, 2, at(15)));
    events.add(ticket.start(at(16)));
    events.add(ticket.finish(Outcome.about("housing"), at(20)));

    assertThat(Durations.of(ticket, events))
        .isEqualTo(new Durations(minutes(15), minutes(1), minutes(4), 0));
  }

  @Test
  void timesAreRoundedWhereTheyStandBesideATopicOrALanguage() {
    assertThat(Property.timed(PropertyKind.TOPIC, "housing", minutes(29)).minutes()).contains(15);
    assertThat(Property.timed(PropertyKind.TOPIC, "housing", minutes(300)).minutes()).contains(45);
    assertThat(
            Property.ahead(PropertyKind.APPOINTMENT, "COMPLETED", Duration.ofHours(50)).minutes())
        .contains(2 * 24 * 60);
  }
}
