package de.lokalwillkommen.admin.live;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.core.staff.SigningIn;
import de.lokalwillkommen.web.live.PushHub;
import de.lokalwillkommen.web.live.PushSettings;
import de.lokalwillkommen.web.live.Snapshot;
import de.lokalwillkommen.web.live.Subscriber;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One channel per office for its consoles and day lists, which are told that the line or an
 * appointment has changed, and read again.
 */
@ApplicationScoped
public class LineChannels extends PushHub {

  /** The consoles and day lists of one office. */
  private static final int MOST_OF_OFFICE = 200;

  private static final int MOST = 2_000;

  /** A snapshot also says who works at the counters, which is not part of the line's version. */
  private static final PushSettings SETTINGS =
      new PushSettings(1, Duration.ofMillis(100), Duration.ZERO, 50, true);

  @Inject private LineVersion versions;
  @Inject private SigningIn signingIn;

  protected LineChannels() {
    // only signed-in people get here
    super(SETTINGS, MOST_OF_OFFICE, MOST, MOST, 0);
  }

  @Override
  public int check(String office, HttpServletRequest handshake) {
    return OPEN;
  }

  /** Recognises the subscriber by the sign-in, whose end also ends the subscription. */
  @Override
  public Subscriber subscriber(
      String office, HttpServletRequest handshake, Optional<String> address) {
    return new Subscriber(address, CurrentUser.findToken(handshake).map(SecretToken::hash), false);
  }

  @Override
  public Set<String> listExpired(Set<String> badges) {
    return signingIn.listOver(badges);
  }

  @Override
  protected Map<String, Snapshot> snapshots(String office, Set<String> channels) {
    long version = versions.of(office);
    return Map.of(
        office,
        new Snapshot(version, Jsons.object().add("type", "line").add("version", version).build()));
  }
}
