package de.lokalwillkommen.core.board;

import de.lokalwillkommen.core.forecast.Estimate;
import de.lokalwillkommen.core.forecast.Estimates;
import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.offices.OpeningHours;
import de.lokalwillkommen.core.ticketing.OfficeLines;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The offices as seen from outside. */
@ReadModel
public class OfficeOverviews {

  private static final Duration WORTH_SAYING = Duration.ofDays(7);
  private static final Duration UNTOLD = Duration.ofSeconds(Long.MAX_VALUE);

  private Offices offices;
  private OfficeLines lines;
  private Estimates estimates;
  private Clock clock;

  protected OfficeOverviews() {}

  @Inject
  public OfficeOverviews(Offices offices, OfficeLines lines, Estimates estimates, Clock clock) {
    this.offices = offices;
    this.lines = lines;
    this.estimates = estimates;
    this.clock = clock;
  }

  /** All offices in the order in which they are shown, without those that are closed for good. */
  public List<OfficeOverview> list() {
    Instant now = clock.instant();
    return offices.list().stream()
        .filter(office -> !office.isEndedAt(now))
        .map(this::overview)
        .toList();
  }

  /**
   * The other offices in which a visitor could take a ticket now, the shortest wait first; offices
   * that publish no estimate come last.
   */
  public List<OfficeOverview> listElsewhere(String office) {
    return list().stream()
        .filter(other -> other.objection().isEmpty() && !other.office().equals(office))
        .sorted(Comparator.comparing(OfficeOverviews::longestWait))
        .toList();
  }

  private static Duration longestWait(OfficeOverview office) {
    return office.estimate().map(Estimate::to).orElse(UNTOLD);
  }

  /** One office. */
  public OfficeOverview get(String office) {
    return overview(offices.get(office));
  }

  private OfficeOverview overview(Office office) {
    Instant now = clock.instant();
    Optional<OpeningHours.Window> open = office.hours().openAt(now);
    int waiting = lines.today(office, now).waiting();
    boolean stopped = office.ordersAt(now).stop().isPresent();
    Optional<Refusal> objection = office.objectionToTicket(waiting, now);
    Optional<Estimate> estimate =
        Optional.of(WalkIns.of(open.isPresent(), objection))
            .filter(WalkIns::isPossible)
            .flatMap(any -> estimates.findForVisitorBehind(waiting, office.id()));
    return new OfficeOverview(
        office.id(),
        office.name(),
        office.address(),
        office.isEndedAt(now),
        open.isPresent(),
        nextOpening(office, open.isPresent(), stopped, now),
        open.map(OpeningHours.Window::until)
            .filter(until -> until.isBefore(now.plus(WORTH_SAYING))),
        waiting,
        estimate,
        office.isBookableFromOutside(),
        objection,
        office.announcementAt(now));
  }

  /**
   * An office without more numbers opens for people who come without appointment on another day.
   */
  private static Optional<Instant> nextOpening(
      Office office, boolean open, boolean stopped, Instant now) {
    if (stopped) {
      return office.hours().nextOpening(office.dayOf(now).end());
    }
    return open ? Optional.empty() : office.hours().nextOpening(now);
  }
}
