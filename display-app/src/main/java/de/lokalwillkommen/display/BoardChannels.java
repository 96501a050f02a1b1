package de.lokalwillkommen.display;

import de.lokalwillkommen.core.devices.Devices;
import de.lokalwillkommen.core.devices.MeetingDevices;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.web.app.Installation;
import de.lokalwillkommen.web.live.DeviceBadges;
import de.lokalwillkommen.web.live.PushHub;
import de.lokalwillkommen.web.live.PushSettings;
import de.lokalwillkommen.web.live.Snapshot;
import de.lokalwillkommen.web.live.Subscriber;
import de.lokalwillkommen.web.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The channels of the boards, one per office and language, which the displays watch. The limits are
 * those of an office, whatever its displays speak. They are served before phones.
 */
@ApplicationScoped
public class BoardChannels extends PushHub {

  /** More displays than any office has. */
  private static final int MOST_OF_OFFICE = 600;

  private static final int MOST = 2_000;

  /** The displays of all offices may share one address. */
  static final int MOST_OF_ADDRESS = 150;

  /** Places reserved for displays that are paired, or that have been connected before. */
  private static final int KEPT = 100;

  /** Changes that follow each other faster share a board. */
  private static final Duration PAUSE = Duration.ofMillis(20);

  private static final Duration NO_DELAY = Duration.ZERO;

  private static final PushSettings SETTINGS =
      new PushSettings(2, PAUSE, NO_DELAY, Integer.MAX_VALUE, false);

  private BoardSnapshots snapshots;
  private BoardWords words;
  private OfficeDirectory offices;
  private DisplayGate gate;
  @Inject private Devices devices;
  @Inject private MeetingDevices meeting;
  @Inject private Installation installation;

  protected BoardChannels() {
    super(SETTINGS, MOST_OF_OFFICE, MOST, MOST_OF_ADDRESS, KEPT);
  }

  @Inject
  BoardChannels(
      BoardSnapshots snapshots, BoardWords words, OfficeDirectory offices, DisplayGate gate) {
    this();
    this.snapshots = snapshots;
    this.words = words;
    this.offices = offices;
    this.gate = gate;
  }

  @Override
  public int check(String office, HttpServletRequest handshake) {
    return offices.find(office).isPresent() ? OPEN : HttpServletResponse.SC_NOT_FOUND;
  }

  @Override
  public Subscriber subscriber(
      String office, HttpServletRequest handshake, Optional<String> address) {
    boolean paired = gate.isPaired(office, handshake);
    Optional<String> badge =
        gate.findToken(handshake)
            .filter(token -> !installation.isDemo())
            .map(token -> DeviceBadges.of(devices.find(token).filter(d -> paired)));
    return new Subscriber(address, badge.or(() -> gate.findBadge(handshake)), paired);
  }

  @Override
  public Set<String> listExpired(Set<String> badges) {
    return DeviceBadges.listExpired(badges, meeting, true);
  }

  @Override
  protected CloseCode dismissal() {
    return DeviceBadges.NOT_YOURS;
  }

  @Override
  protected Map<String, Snapshot> snapshots(String office, Set<String> channels) {
    return snapshots.get(office, channels);
  }

  @Override
  protected String officeOf(String channel) {
    return BoardChannel.officeOf(channel);
  }

  @Override
  public boolean subscribe(String office, Session session) {
    return subscribe(BoardChannel.of(office, languageIn(session)), office, session);
  }

  /** Asks all channels of the office: a closed session need not tell its language any more. */
  @Override
  public void unsubscribe(String office, Session session) {
    Stream.concat(Stream.of(Optional.<Language>empty()), words.languages().map(Optional::of))
        .forEach(language -> super.unsubscribe(BoardChannel.of(office, language), session));
  }

  private Optional<Language> languageIn(Session session) {
    return words.findLanguage(
        session.getRequestParameterMap().getOrDefault(BoardChannel.LANGUAGE, List.of()).stream()
            .findFirst());
  }
}
