package de.lokalwillkommen.kiosk.live;

import de.lokalwillkommen.core.board.Boards;
import de.lokalwillkommen.core.forecast.Estimate;
import de.lokalwillkommen.core.forecast.Estimates;
import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.ticketing.FollowedTickets;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.web.live.Scene;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the phones of an office show. The tickets are read once for each change of the office's
 * line, all in one go; without a change a look costs one row, however many phones there are.
 */
@ReadModel
public class PhoneScenes {

  /** After so long tickets are read without a change: a page comes to its end with time. */
  private static final Duration PRESENT = Duration.ofSeconds(30);

  private final Map<String, Snapshot> snapshots = new ConcurrentHashMap<>();
  private FollowedTickets followed;
  private Boards boards;
  private Estimates estimates;
  private Clock clock;

  protected PhoneScenes() {}

  @Inject
  public PhoneScenes(FollowedTickets followed, Boards boards, Estimates estimates, Clock clock) {
    this.followed = followed;
    this.boards = boards;
    this.estimates = estimates;
    this.clock = clock;
  }

  /**
   * A ticket as a phone shows it.
   *
   * @param ticket the ticket
   * @param estimate how long it will take, if it waits and the office publishes that
   * @param scene the same as a message
   */
  public record Shown(TicketView ticket, Optional<Estimate> estimate, Scene scene) {

    private boolean isStill(TicketView present, Optional<Estimate> presentEstimate) {
      // the moment of an estimate is no news
      return ticket.equals(present)
          && estimate.map(Estimate::from).equals(presentEstimate.map(Estimate::from))
          && estimate.map(Estimate::to).equals(presentEstimate.map(Estimate::to));
    }
  }

  private record Snapshot(
      long version, Instant readAt, Map<String, TicketView> tickets, Map<String, Shown> shown) {

    private boolean isPresent(long presentVersion, Instant now) {
      return version == presentVersion && readAt.plus(PRESENT).isAfter(now);
    }
  }

  /**
   * What is shown of these tickets.
   *
   * @param office in whose line they stood when it was looked last
   * @param tokens the tokens of the tickets
   * @return by token; one is missing if there is nothing to see any more
   */
  public Map<String, Shown> list(String office, Set<String> tokens) {
    Instant now = clock.instant();
    // read before what it stands for: a scene is never older than it says
    long version = boards.versionOf(office);
    Optional<Snapshot> last = Optional.ofNullable(snapshots.get(office));
    Optional<Snapshot> present = last.filter(snapshot -> snapshot.isPresent(version, now));
    Map<String, TicketView> tickets =
        present
            .map(snapshot -> completed(snapshot.tickets(), tokens))
            .orElseGet(() -> followed.list(tokens));
    Map<String, Shown> shown =
        shown(office, version, tickets, last.map(Snapshot::shown).orElse(Map.of()));
    Instant readAt = present.map(Snapshot::readAt).orElse(now);
    snapshots.put(office, new Snapshot(version, readAt, tickets, shown));
    return shown;
  }

  /** What is shown of one ticket, beside those of its office that are looked at through sockets. */
  public Optional<Shown> find(String token) {
    Map<String, TicketView> ticket = followed.list(Set.of(token));
    return ticket.values().stream()
        .map(TicketView::office)
        .findFirst()
        .map(office -> shown(office, boards.versionOf(office), ticket, Map.of()).get(token));
  }

  /** The tickets of a line that has not changed: only those are read that were not asked for. */
  private Map<String, TicketView> completed(Map<String, TicketView> known, Set<String> tokens) {
    Map<String, TicketView> all = new HashMap<>(known);
    all.keySet().retainAll(tokens);
    Set<String> missing = new HashSet<>(tokens);
    missing.removeAll(all.keySet());
    if (!missing.isEmpty()) {
      all.putAll(followed.list(missing));
    }
    return all;
  }

  private Map<String, Shown> shown(
      String office, long version, Map<String, TicketView> tickets, Map<String, Shown> before) {
    Map<String, Map<Integer, Optional<Estimate>>> told = new HashMap<>();
    Map<String, Shown> shown = new HashMap<>();
    tickets.forEach(
        (token, ticket) -> {
          Optional<Estimate> estimate =
              ticket.status() == TicketStatus.WAITING
                  ? told.computeIfAbsent(ticket.office(), o -> new HashMap<>())
                      .computeIfAbsent(
                          ticket.ahead(),
                          ahead -> estimates.findForSomebodyWith(ahead, ticket.office()))
                  : Optional.empty();
          long itsVersion =
              ticket.office().equals(office) ? version : boards.versionOf(ticket.office());
          JsonObject content =
              Optional.ofNullable(before.get(token))
                  .filter(earlier -> earlier.isStill(ticket, estimate))
                  .map(earlier -> earlier.scene().content())
                  .orElseGet(() -> content(ticket, estimate));
          shown.put(
              token, new Shown(ticket, estimate, new Scene(itsVersion, content, turnOf(ticket))));
        });
    return shown;
  }

  private static JsonObject content(TicketView ticket, Optional<Estimate> estimate) {
    return Jsons.object()
        .add("type", "ticket")
        .add("ticket", Jsons.ticket(ticket, estimate))
        .build();
  }

  /** Whose turn it is hears of it first, then who comes next. */
  private static int turnOf(TicketView ticket) {
    return ticket.status() == TicketStatus.WAITING ? 1 + ticket.ahead() : 0;
  }
}
