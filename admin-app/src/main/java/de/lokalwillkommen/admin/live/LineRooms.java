package de.lokalwillkommen.admin.live;

import de.lokalwillkommen.admin.LineVersion;
import de.lokalwillkommen.web.live.House;
import de.lokalwillkommen.web.live.Scene;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/**
 * One room per office for its consoles and day lists, which are told that the line or an
 * appointment has changed, and read again.
 */
@ApplicationScoped
public class LineRooms extends House {

  /** The consoles and day lists of one office. */
  private static final int MOST = 200;

  private static final Duration PAUSE = Duration.ofMillis(100);

  @Inject private LineVersion versions;

  protected LineRooms() {
    super(PAUSE, MOST);
  }

  @Override
  public int check(String office, HttpServletRequest handshake) {
    return OPEN;
  }

  @Override
  protected Scene scene(String office) {
    long version = versions.of(office);
    return new Scene(version, Jsons.object().add("type", "line").add("version", version).build());
  }
}
