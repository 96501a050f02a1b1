package de.lokalwillkommen.core.ticketing;

import static de.lokalwillkommen.core.ticketing.TicketStatus.CALLED;
import static de.lokalwillkommen.core.ticketing.TicketStatus.CANCELLED;
import static de.lokalwillkommen.core.ticketing.TicketStatus.DONE;
import static de.lokalwillkommen.core.ticketing.TicketStatus.EXPIRED;
import static de.lokalwillkommen.core.ticketing.TicketStatus.NO_SHOW;
import static de.lokalwillkommen.core.ticketing.TicketStatus.PARKED;
import static de.lokalwillkommen.core.ticketing.TicketStatus.SERVING;
import static de.lokalwillkommen.core.ticketing.TicketStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TicketStatusTest {

  private static final Map<TicketStatus, List<TicketStatus>> ALLOWED =
      Map.of(
          WAITING, List.of(CALLED, PARKED, CANCELLED, EXPIRED),
          CALLED, List.of(SERVING, WAITING, PARKED, NO_SHOW, CANCELLED),
          SERVING, List.of(DONE, WAITING, PARKED),
          PARKED, List.of(WAITING, CALLED, CANCELLED, EXPIRED),
          NO_SHOW, List.of(WAITING),
          DONE, List.of(),
          CANCELLED, List.of(),
          EXPIRED, List.of());

  static Stream<Arguments> allPairs() {
    return Arrays.stream(TicketStatus.values())
        .flatMap(from -> Arrays.stream(TicketStatus.values()).map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("allPairs")
  void onlyTheseStepsArePossible(TicketStatus from, TicketStatus to) {
    assertThat(from.leadsTo(to)).isEqualTo(ALLOWED.get(from).contains(to));
  }
}
