package de.lokalwillkommen.core.calling;

import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Desks;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The other offices to which a visitor can be sent, and whether the visitor can still be seen there
 * today.
 */
@ReadModel
public class Destinations {

  private Offices offices;
  private Desks desks;
  private Clock clock;

  protected Destinations() {}

  @Inject
  public Destinations(Offices offices, Desks desks, Clock clock) {
    this.offices = offices;
    this.desks = desks;
    this.clock = clock;
  }

  /**
   * An office to which a visitor can be sent.
   *
   * @param id the slug
   * @param name its name
   * @param zone the time zone of its clock
   * @param prospect whether the visitor can still be seen there today
   * @param staffed whether a counsellor is at one of its counters now
   * @param opensAt when it opens next, if it is closed
   */
  public record Destination(
      String id,
      String name,
      ZoneId zone,
      Prospect prospect,
      boolean staffed,
      Optional<Instant> opensAt) {}

  /** All offices except one and those that are closed for good, in display order. */
  public List<Destination> listFrom(String office) {
    Instant now = clock.instant();
    return offices.list().stream()
        .filter(there -> !there.id().equals(office) && !there.isEndedAt(now))
        .map(there -> destination(there, now))
        .toList();
  }

  private Destination destination(Office there, Instant now) {
    boolean staffed = !desks.staffedIn(there.id()).isEmpty();
    Prospect prospect = Prospect.of(there, staffed, now);
    return new Destination(
        there.id(),
        there.name(),
        there.zone(),
        prospect,
        staffed,
        there.hours().nextOpening(now).filter(at -> prospect != Prospect.OPEN));
  }
}
