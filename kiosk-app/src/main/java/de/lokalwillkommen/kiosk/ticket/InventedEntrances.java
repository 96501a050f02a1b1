package de.lokalwillkommen.kiosk.ticket;

import de.lokalwillkommen.core.board.OfficeOverview;
import de.lokalwillkommen.core.dayorders.Announcement;
import de.lokalwillkommen.core.dayorders.StopReason;
import de.lokalwillkommen.core.forecast.Estimate;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.web.text.InventedData;
import de.lokalwillkommen.web.text.InventedEntrance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Offices in states in which no office is, on which editors see how a text looks. */
@ApplicationScoped
public class InventedEntrances {

  private static final int WAITING = 5;
  private static final Duration USUAL_WAIT = Duration.ofMinutes(20);
  private static final Duration LONG = Duration.ofHours(6);
  private static final String OWN_WORDS = "…";

  private OfficeDirectory offices;
  private Clock clock;

  protected InventedEntrances() {}

  @Inject
  InventedEntrances(OfficeDirectory offices, Clock clock) {
    this.offices = offices;
    this.clock = clock;
  }

  /** What differs between the states of an office. */
  private record State(
      Optional<Refusal> objection,
      Optional<Instant> opensAt,
      Optional<Instant> closesAt,
      Duration expected,
      Optional<Announcement> announcement) {

    private static final Set<String> SHUT = Set.of("office.closed", "office.ended");

    /** An office may be open and give no numbers. */
    boolean isOpen() {
      return objection.filter(why -> SHUT.contains(why.key())).isEmpty();
    }
  }

  /** The entrance of the office with that slug, if it is an invented one. */
  Optional<Entrance> find(String slug) {
    return findState(slug)
        .flatMap(
            state -> offices.list().stream().findFirst().map(office -> entrance(office, state)));
  }

  /** One in each state that a list of offices tells apart; none unless invented ones are shown. */
  List<Entrance> list() {
    if (!InventedData.isShown()) {
      return List.of();
    }
    return offices.list().stream()
        .findFirst()
        .map(
            office ->
                Stream.of(
                        InventedEntrance.OPEN,
                        InventedEntrance.FULL,
                        InventedEntrance.LAST_TICKET,
                        InventedEntrance.CLOSED)
                    .map(state -> entrance(office, state(state)))
                    .toList())
        .orElse(List.of());
  }

  /** Another office that gives numbers, if the office with that slug is an invented one. */
  Optional<OfficeOverview> findElsewhere(String slug) {
    return findState(slug)
        .flatMap(any -> offices.list().stream().reduce((office, next) -> next))
        .map(last -> entrance(last, state(InventedEntrance.OPEN)).overview());
  }

  private Optional<State> findState(String slug) {
    return InventedData.findOffice(slug, InventedEntrance.class)
        .map(this::state)
        .or(() -> InventedData.findOffice(slug, StopReason.class).map(this::stopped))
        .or(() -> InventedData.findOffice(slug, Announcement.Kind.class).map(this::announcing));
  }

  private State state(InventedEntrance entrance) {
    return switch (entrance) {
      case OPEN -> open(LONG, USUAL_WAIT, Optional.empty());
      case TIGHT -> open(USUAL_WAIT, USUAL_WAIT, Optional.empty());
      case SHORT_WAIT -> open(LONG, Duration.ZERO, Optional.empty());
      case LONG_WAIT -> open(LONG, Duration.ofHours(2), Optional.empty());
      case CLOSED -> shut(refusal("closed"), Optional.of(Duration.ofDays(3)));
      case ENDED -> shut(refusal("ended"), Optional.empty());
      case LAST_TICKET -> shut(refusal("lastTicket"), Optional.of(Duration.ofDays(1)));
      case FULL -> shut(refusal("full"), Optional.empty());
    };
  }

  private State stopped(StopReason why) {
    return shut(refusal("stopped").with("stop", why), Optional.of(Duration.ofDays(1)));
  }

  private State announcing(Announcement.Kind kind) {
    Announcement told =
        switch (kind) {
          case WITHOUT_LANGUAGE -> Announcement.without("ar");
          case OWN -> Announcement.own(Map.of("de", OWN_WORDS));
          case FEW_COUNSELLORS, NO_LIFT, NO_PAPER -> Announcement.of(kind);
        };
    return open(LONG, USUAL_WAIT, Optional.of(told));
  }

  private static Refusal refusal(String reason) {
    return Refusal.of(Kind.CONFLICT, "office." + reason).with("reason", reason);
  }

  private State open(Duration left, Duration expected, Optional<Announcement> told) {
    Instant closes = clock.instant().plus(left);
    return new State(Optional.empty(), Optional.empty(), Optional.of(closes), expected, told);
  }

  private State shut(Refusal why, Optional<Duration> opensIn) {
    return new State(
        Optional.of(why),
        opensIn.map(clock.instant()::plus),
        Optional.empty(),
        USUAL_WAIT,
        Optional.empty());
  }

  private Entrance entrance(OfficeProfile office, State state) {
    OfficeOverview overview =
        new OfficeOverview(
            office.id(),
            office.name(),
            office.address(),
            false,
            state.isOpen(),
            state.opensAt(),
            state.closesAt(),
            WAITING,
            Optional.of(
                new Estimate(state.expected(), state.expected().plusMinutes(5), clock.instant())),
            true,
            state.objection(),
            state.announcement());
    return new Entrance(
        overview, office.zone(), Entrance.choicesOf(office), true, office.languages(), 0, 0);
  }
}
