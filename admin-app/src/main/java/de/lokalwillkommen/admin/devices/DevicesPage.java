package de.lokalwillkommen.admin.devices;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.devices.DeviceProblem;
import de.lokalwillkommen.core.devices.DeviceRole;
import de.lokalwillkommen.core.devices.DeviceState;
import de.lokalwillkommen.core.devices.DeviceView;
import de.lokalwillkommen.core.devices.ManagingDevices;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The list of the devices that a person manages. */
@Named
@RequestScoped
public class DevicesPage {

  private static final String OFFICE = "office";
  private static final String SHOW = "show";
  private static final List<String> ALL_DONE = List.of("paired", "saved", "renewing", "revoked");

  private ManagingDevices devices;
  private OfficeDirectory offices;
  private CommandParameters asked;
  private CurrentUser me;
  private PageTexts texts;
  private HealthInWords inWords;
  private Clock clock;

  protected DevicesPage() {}

  @Inject
  DevicesPage(
      ManagingDevices devices,
      OfficeDirectory offices,
      CommandParameters asked,
      CurrentUser me,
      PageTexts texts,
      HealthInWords inWords,
      Clock clock) {
    this.devices = devices;
    this.offices = offices;
    this.asked = asked;
    this.me = me;
    this.texts = texts;
    this.inWords = inWords;
    this.clock = clock;
  }

  /**
   * A device in words.
   *
   * @param office the name of its office
   * @param pairedAt since when it is paired
   * @param seenAt when it has last come; the empty string if never
   * @param problems what staff should look after
   * @param health what it has last reported, label by label; empty if it never has
   */
  public record Row(
      long id,
      String name,
      DeviceRole role,
      String office,
      String pairedAt,
      String seenAt,
      DeviceState state,
      List<DeviceProblem> problems,
      List<Fact> health) {}

  /**
   * A fact in words.
   *
   * @param label the key of its label
   */
  public record Fact(String label, String value) {}

  /** The devices of the chosen office; without those that were revoked, unless these are chosen. */
  public List<Row> getRows() {
    return devices.list(me.get()).stream()
        .filter(device -> office().filter(id -> !id.equals(device.data().office())).isEmpty())
        .filter(device -> isRevokedShown() == (device.state() == DeviceState.REVOKED))
        .map(this::row)
        .toList();
  }

  Row row(DeviceView device) {
    Optional<OfficeProfile> office = offices.find(device.data().office());
    ZoneId zone = office.map(OfficeProfile::zone).orElse(ZoneOffset.UTC);
    return new Row(
        device.id(),
        device.data().name(),
        device.role(),
        office.map(OfficeProfile::name).orElse(device.data().office()),
        moment(device.pairedAt(), zone),
        device.seenAt().map(at -> moment(at, zone)).orElse(""),
        device.state(),
        device.problemsAt(clock.instant()),
        device.health().map(health -> inWords.facts(health, zone)).orElse(List.of()));
  }

  private String moment(Instant at, ZoneId zone) {
    return Moments.say("yMMMdHm", at, zone, texts.getLanguage());
  }

  /** The offices whose devices the person manages. */
  public List<OfficeProfile> getOffices() {
    return offices.list().stream()
        .filter(office -> me.get().may(Right.MANAGE_DEVICES, office.id()))
        .toList();
  }

  /** Whether one of several offices can be chosen. */
  public boolean isForAll() {
    return getOffices().size() > 1;
  }

  /** The slug of the office that is shown; the empty string for all. */
  public String getOfficeId() {
    return office().orElse("");
  }

  private Optional<String> office() {
    return asked
        .word(OFFICE)
        .filter(id -> getOffices().stream().anyMatch(office -> office.id().equals(id)));
  }

  /** Whether the devices are shown whose pairing has ended. */
  public boolean isRevokedShown() {
    return asked.word(SHOW).filter(DeviceState.REVOKED.name()::equals).isPresent();
  }

  /** The key of the message about the last change, or null. */
  public String getDone() {
    return asked.word("done").filter(ALL_DONE::contains).map(d -> "devices.done." + d).orElse(null);
  }
}
