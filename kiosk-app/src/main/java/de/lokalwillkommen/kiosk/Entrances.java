package de.lokalwillkommen.kiosk;

import de.lokalwillkommen.core.board.OfficeOverview;
import de.lokalwillkommen.core.board.OfficeOverviews;
import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.offices.Topic;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** The entrances of all offices. */
@ReadModel
public class Entrances {

  private Offices offices;
  private OfficeOverviews overviews;
  private Clock clock;

  protected Entrances() {}

  @Inject
  Entrances(Offices offices, OfficeOverviews overviews, Clock clock) {
    this.offices = offices;
    this.overviews = overviews;
    this.clock = clock;
  }

  /**
   * The entrance of an office.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused if there is no such office
   */
  public Entrance get(String office) {
    return entrance(offices.get(office));
  }

  /** The entrances of all offices in the order in which they are shown. */
  public List<Entrance> list() {
    return offices.list().stream().map(this::entrance).toList();
  }

  private Entrance entrance(Office office) {
    OfficeOverview overview = overviews.get(office.id());
    return new Entrance(
        overview,
        office.zone(),
        office.objectionToTicket(overview.waiting(), clock.instant()),
        office.topics().stream()
            .filter(Topic::isForWalkIns)
            .map(topic -> new Entrance.Choice(topic.id(), topic.pictogram()))
            .toList());
  }
}
