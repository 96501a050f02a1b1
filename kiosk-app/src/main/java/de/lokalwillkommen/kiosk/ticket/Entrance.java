package de.lokalwillkommen.kiosk.ticket;

import de.lokalwillkommen.core.board.OfficeOverview;
import de.lokalwillkommen.core.dayorders.StopReason;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.offices.OfficeProfile.TopicProfile;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The state of an office for a visitor who has just come.
 *
 * @param overview the state of the office
 * @param zone the office's time zone
 * @param choices the topics for visitors without an appointment
 * @param books whether the office makes appointments for at least one topic
 * @param languages the tags of the languages that its kiosk offers; empty for all
 * @param installation the version of how the installation names itself
 * @param texts another number after each change of a text
 */
public record Entrance(
    OfficeOverview overview,
    ZoneId zone,
    List<TopicChoice> choices,
    boolean books,
    List<String> languages,
    int installation,
    long texts) {

  /**
   * A topic to choose.
   *
   * @param topic its identifier
   * @param pictogram the name of its icon
   */
  public record TopicChoice(String topic, String pictogram) {}

  /** The topics of an office for visitors without an appointment. */
  static List<TopicChoice> choicesOf(OfficeProfile office) {
    return office.topics().stream()
        .filter(TopicProfile::walkIn)
        .map(topic -> new TopicChoice(topic.id(), topic.pictogram()))
        .toList();
  }

  /** The reason why no tickets are issued now; empty if they are. */
  public Optional<Refusal> objection() {
    return overview.objection();
  }

  /**
   * Another word whenever the start page has to be drawn anew: it changes with the name, the
   * topics, the languages, the installation, the texts, what is ordered for today and whether
   * tickets are issued, not with the line.
   */
  public String arranged() {
    return Integer.toHexString(
        Objects.hash(
            overview.name(),
            overview.announcement(),
            stop(),
            choices,
            books,
            languages,
            installation,
            texts));
  }

  /** Why no more numbers are given today, if that is ordered. */
  public Optional<StopReason> stop() {
    return objection()
        .map(refusal -> refusal.facts().get("stop"))
        .filter(StopReason.class::isInstance)
        .map(StopReason.class::cast);
  }

  public boolean givesTickets() {
    return objection().isEmpty();
  }
}
