package de.lokalwillkommen.kiosk.live;

import de.lokalwillkommen.core.board.Boards;
import de.lokalwillkommen.core.forecast.Estimate;
import de.lokalwillkommen.core.forecast.Estimates;
import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.ticketing.FollowedTickets;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.web.live.Snapshot;
import de.lokalwillkommen.web.rest.Jsons;
import de.lokalwillkommen.web.text.Texts;
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
 * The snapshots of the phones of an office. The tickets are read once for each change of the
 * office's line, in one query; without a change a check reads one row, regardless of the number of
 * phones.
 */
@ReadModel
public class PhoneSnapshots {

  /** Maximum age of tickets without a change, since a ticket page expires with time. */
  private static final Duration PRESENT = Duration.ofSeconds(30);

  private static final String TEXTS = "texts";

  private final Map<String, OfficePhones> offices = new ConcurrentHashMap<>();
  private FollowedTickets followed;
  private Boards boards;
  private Estimates estimates;
  private Clock clock;
  private Texts texts;

  protected PhoneSnapshots() {}

  @Inject
  public PhoneSnapshots(
      FollowedTickets followed, Boards boards, Estimates estimates, Clock clock, Texts texts) {
    this.followed = followed;
    this.boards = boards;
    this.estimates = estimates;
    this.clock = clock;
    this.texts = texts;
  }

  /**
   * A ticket as shown on a phone.
   *
   * @param ticket the ticket
   * @param estimate how long it will take, if it waits and the office publishes that
   * @param snapshot the same content as a message
   */
  public record Shown(TicketView ticket, Optional<Estimate> estimate, Snapshot snapshot) {

    private boolean isStill(
        TicketView present, Optional<Estimate> presentEstimate, long presentTexts) {
      // a new time of calculation alone does not make an estimate new
      return ticket.equals(present)
          && snapshot.content().getJsonNumber(TEXTS).longValue() == presentTexts
          && estimate.map(Estimate::from).equals(presentEstimate.map(Estimate::from))
          && estimate.map(Estimate::to).equals(presentEstimate.map(Estimate::to));
    }
  }

  private record OfficePhones(
      long version, Instant readAt, Map<String, TicketView> tickets, Map<String, Shown> shown) {

    private boolean isPresent(long presentVersion, Instant now) {
      return version == presentVersion && readAt.plus(PRESENT).isAfter(now);
    }
  }

  /**
   * The snapshots of these tickets.
   *
   * @param office the office in whose line they stood at the last check
   * @param tokens the tokens of the tickets
   * @return the snapshots by token; a token is missing if its ticket is no longer shown
   */
  public Map<String, Shown> list(String office, Set<String> tokens) {
    Instant now = clock.instant();
    // read before the data it describes, so that a snapshot is never older than its version
    long version = boards.versionOf(office);
    Optional<OfficePhones> last = Optional.ofNullable(offices.get(office));
    Optional<OfficePhones> present = last.filter(phones -> phones.isPresent(version, now));
    Map<String, TicketView> tickets =
        present
            .map(phones -> completed(phones.tickets(), tokens))
            .orElseGet(() -> followed.list(tokens));
    Map<String, Shown> shown =
        shown(office, version, tickets, last.map(OfficePhones::shown).orElse(Map.of()));
    Instant readAt = present.map(OfficePhones::readAt).orElse(now);
    offices.put(office, new OfficePhones(version, readAt, tickets, shown));
    return shown;
  }

  /** The snapshot of one ticket. */
  public Optional<Shown> find(String token) {
    Map<String, TicketView> ticket = followed.list(Set.of(token));
    return ticket.values().stream()
        .map(TicketView::office)
        .findFirst()
        .map(office -> shown(office, boards.versionOf(office), ticket, Map.of()).get(token));
  }

  /** The tickets of an unchanged line: only those that are missing are read. */
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
    long worded = texts.version();
    tickets.forEach(
        (token, ticket) -> {
          Optional<Estimate> estimate =
              ticket.status() == TicketStatus.WAITING
                  ? told.computeIfAbsent(ticket.office(), o -> new HashMap<>())
                      .computeIfAbsent(
                          ticket.ahead(),
                          ahead -> estimates.findForVisitorBehind(ahead, ticket.office()))
                  : Optional.empty();
          long itsVersion =
              ticket.office().equals(office) ? version : boards.versionOf(ticket.office());
          JsonObject content =
              Optional.ofNullable(before.get(token))
                  .filter(earlier -> earlier.isStill(ticket, estimate, worded))
                  .map(earlier -> earlier.snapshot().content())
                  .orElseGet(() -> content(ticket, estimate, worded));
          shown.put(
              token,
              new Shown(ticket, estimate, new Snapshot(itsVersion, content, priorityOf(ticket))));
        });
    return shown;
  }

  private static JsonObject content(TicketView ticket, Optional<Estimate> estimate, long texts) {
    return Jsons.object()
        .add("type", "ticket")
        .add("ticket", Jsons.ticket(ticket, estimate))
        .add(TEXTS, texts)
        .build();
  }

  /** The visitor who is called is told first, then the next ones in line. */
  private static int priorityOf(TicketView ticket) {
    return ticket.status() == TicketStatus.WAITING ? 1 + ticket.ahead() : 0;
  }
}
