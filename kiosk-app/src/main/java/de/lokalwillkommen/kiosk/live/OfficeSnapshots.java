package de.lokalwillkommen.kiosk.live;

import de.lokalwillkommen.core.board.Boards;
import de.lokalwillkommen.core.board.OfficeOverview;
import de.lokalwillkommen.core.board.OfficeOverviews;
import de.lokalwillkommen.core.installation.InstallationDirectory;
import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.web.live.Snapshot;
import de.lokalwillkommen.web.rest.Jsons;
import de.lokalwillkommen.web.text.Texts;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import java.util.Objects;

/**
 * What visitors see of an office at the kiosk, apart from its line: it changes when the office is
 * arranged, opens or closes, and when a text is changed.
 */
@ReadModel
public class OfficeSnapshots {

  private OfficeDirectory offices;
  private OfficeOverviews overviews;
  private Boards boards;
  private Texts texts;
  private InstallationDirectory installation;

  protected OfficeSnapshots() {}

  @Inject
  public OfficeSnapshots(
      OfficeDirectory offices,
      OfficeOverviews overviews,
      Boards boards,
      InstallationDirectory installation,
      Texts texts) {
    this.offices = offices;
    this.overviews = overviews;
    this.boards = boards;
    this.installation = installation;
    this.texts = texts;
  }

  /** Whether a channel is that of an office, and not of a ticket. */
  boolean has(String channel) {
    return offices.find(channel).isPresent();
  }

  /** The snapshot of an office that exists. */
  Snapshot get(String id) {
    // read before the data it describes, so that a snapshot is never older than its version
    long version = boards.versionOf(id);
    OfficeProfile office = offices.get(id);
    OfficeOverview overview = overviews.get(id);
    JsonArrayBuilder topics = Jsons.array();
    office.topics().forEach(topic -> topics.add(topic.id()));
    JsonArrayBuilder languages = Jsons.array();
    office.languages().forEach(languages::add);
    return new Snapshot(
        version,
        Jsons.object()
            .add("type", "office")
            .add("office", id)
            .add("name", office.name())
            .add("open", overview.open())
            .add("opensAt", Jsons.orNull(overview.opensAt()))
            .add("ordered", ordered(overview))
            .add("topics", topics)
            .add("languages", languages)
            .add("texts", texts.version())
            .add("installation", installation.get().version())
            .build());
  }

  /** Another word after each order for today that a visitor meets. */
  private static String ordered(OfficeOverview overview) {
    return Integer.toHexString(
        Objects.hash(
            overview.closesAt(),
            overview.objection().map(refusal -> refusal.key() + refusal.facts().get("stop")),
            overview.announcement()));
  }
}
