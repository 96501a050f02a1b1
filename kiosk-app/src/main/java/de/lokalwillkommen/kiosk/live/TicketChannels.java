package de.lokalwillkommen.kiosk.live;

import de.lokalwillkommen.core.devices.Devices;
import de.lokalwillkommen.core.devices.MeetingDevices;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.core.ticketing.FollowedTickets;
import de.lokalwillkommen.kiosk.gate.DeviceCookie;
import de.lokalwillkommen.kiosk.gate.VisitorLimit;
import de.lokalwillkommen.web.app.Installation;
import de.lokalwillkommen.web.live.DeviceBadges;
import de.lokalwillkommen.web.live.PushHub;
import de.lokalwillkommen.web.live.PushSettings;
import de.lokalwillkommen.web.live.Snapshot;
import de.lokalwillkommen.web.live.Subscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One channel for every ticket that a visitor follows by phone, named by the ticket's token, and
 * one for every office, named by its slug, for kiosks. Boards have priority: phones and kiosks have
 * one thread, start a moment later, and yield in between.
 */
@ApplicationScoped
public class TicketChannels extends PushHub {

  /** Enough for a visitor and companions, each with a phone, and for the kiosks of an office. */
  private static final int MOST_OF_CHANNEL = 40;

  private static final int MOST = 6_000;

  /** The Wi-Fi of an office is one address for all visitors in it. */
  private static final int MOST_OF_ADDRESS = 1_500;

  private static final PushSettings SETTINGS =
      new PushSettings(1, Duration.ofMillis(250), Duration.ofMillis(100), 50, false);

  private final Map<String, String> officesOfTokens = new ConcurrentHashMap<>();
  @Inject private FollowedTickets followed;
  @Inject private PhoneSnapshots snapshots;
  @Inject private OfficeSnapshots offices;
  @Inject private VisitorLimit limit;
  @Inject private Devices devices;
  @Inject private MeetingDevices meeting;
  @Inject private Installation installation;

  protected TicketChannels() {
    super(SETTINGS, MOST_OF_CHANNEL, MOST, MOST_OF_ADDRESS, 0);
  }

  @Override
  public int check(String token, HttpServletRequest handshake) {
    return offices.has(token) || followed.findOffice(token).isPresent()
        ? OPEN
        : HttpServletResponse.SC_FORBIDDEN;
  }

  /** A kiosk is known by its token, so that its socket is closed when its pairing ends. */
  @Override
  public Subscriber subscriber(
      String channel, HttpServletRequest handshake, Optional<String> address) {
    Optional<String> badge =
        DeviceCookie.find(handshake)
            .filter(token -> !installation.isDemo())
            .map(token -> DeviceBadges.of(devices.find(new SecretToken(token))));
    return new Subscriber(address, badge, false);
  }

  @Override
  public Set<String> listExpired(Set<String> badges) {
    return DeviceBadges.listExpired(badges, meeting, false);
  }

  @Override
  protected CloseCode dismissal() {
    return DeviceBadges.NOT_YOURS;
  }

  @Override
  public boolean subscribe(String token, Session session) {
    Optional<String> office = offices.has(token) ? Optional.of(token) : followed.findOffice(token);
    if (office.isEmpty()) {
      return false;
    }
    officesOfTokens.put(token, office.get());
    boolean entered = super.subscribe(token, session);
    if (entered) {
      // repeated, since the last session to leave may have removed it meanwhile
      officesOfTokens.put(token, office.get());
    } else {
      forget(token);
    }
    return entered;
  }

  @Override
  public void unsubscribe(String token, Session session) {
    super.unsubscribe(token, session);
    forget(token);
  }

  private void forget(String token) {
    officesOfTokens.computeIfPresent(token, (t, office) -> isEmpty(t) ? null : office);
  }

  @Override
  protected String officeOf(String token) {
    return officesOfTokens.getOrDefault(token, "");
  }

  /** Polling shares the rate limit of all requests with that token. */
  @Override
  protected Optional<Snapshot> findSnapshot(String token) {
    if (offices.has(token)) {
      return Optional.of(offices.get(token));
    }
    limit.admit(token);
    return snapshots.find(token).map(PhoneSnapshots.Shown::snapshot);
  }

  @Override
  protected Map<String, Snapshot> snapshots(String office, Set<String> tokens) {
    Map<String, Snapshot> seen = new HashMap<>();
    Set<String> ofTickets = new HashSet<>(tokens);
    if (ofTickets.remove(office)) {
      seen.put(office, offices.get(office));
    }
    snapshots
        .list(office, ofTickets)
        .forEach(
            (token, shown) -> {
              // the ticket may have been transferred to another office
              officesOfTokens.replace(token, shown.ticket().office());
              seen.put(token, shown.snapshot());
            });
    return seen;
  }
}
