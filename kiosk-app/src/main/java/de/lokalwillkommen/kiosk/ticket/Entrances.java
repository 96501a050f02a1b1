package de.lokalwillkommen.kiosk.ticket;

import de.lokalwillkommen.core.board.OfficeOverview;
import de.lokalwillkommen.core.board.OfficeOverviews;
import de.lokalwillkommen.core.installation.InstallationDirectory;
import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.offices.OfficeProfile.TopicProfile;
import de.lokalwillkommen.web.text.Texts;
import jakarta.inject.Inject;
import java.util.List;

/** Reads the entrances of offices. */
@ReadModel
public class Entrances {

  private OfficeDirectory offices;
  private OfficeOverviews overviews;
  private Texts texts;
  private InstallationDirectory installation;
  private InventedEntrances invented;

  protected Entrances() {}

  @Inject
  Entrances(
      OfficeDirectory offices,
      OfficeOverviews overviews,
      InstallationDirectory installation,
      Texts texts,
      InventedEntrances invented) {
    this.offices = offices;
    this.overviews = overviews;
    this.installation = installation;
    this.texts = texts;
    this.invented = invented;
  }

  /**
   * The entrance of an office.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused if there is no such office
   */
  public Entrance get(String office) {
    return invented
        .find(office)
        .orElseGet(() -> entrance(offices.get(office), overviews.get(office)));
  }

  /** The other offices that issue tickets now, the shortest wait first. */
  public List<OfficeOverview> listElsewhere(String office) {
    return invented
        .findElsewhere(office)
        .map(List::of)
        .orElseGet(() -> overviews.listElsewhere(office));
  }

  /** The entrances of all offices that are not closed for good, in the order of their list. */
  public List<Entrance> list() {
    List<Entrance> samples = invented.list();
    return samples.isEmpty() ? listReal() : samples;
  }

  private List<Entrance> listReal() {
    return overviews.list().stream()
        .map(overview -> entrance(offices.get(overview.office()), overview))
        .toList();
  }

  private Entrance entrance(OfficeProfile office, OfficeOverview overview) {
    return new Entrance(
        overview,
        office.zone(),
        Entrance.choicesOf(office),
        !overview.ended() && office.topics().stream().anyMatch(TopicProfile::bookable),
        office.languages(),
        installation.get().version(),
        texts.version());
  }
}
