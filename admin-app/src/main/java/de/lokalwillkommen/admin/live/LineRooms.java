package de.lokalwillkommen.admin.live;

import de.lokalwillkommen.web.live.House;
import de.lokalwillkommen.web.live.Scene;
import de.lokalwillkommen.web.live.Terms;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * One room per office for its consoles and day lists, which are told that the line or an
 * appointment has changed, and read again.
 */
@ApplicationScoped
public class LineRooms extends House {

  /** The consoles and day lists of one office. */
  private static final int MOST_OF_OFFICE = 200;

  private static final int MOST = 2_000;

  /** A scene also says who works at the counters, which is not part of the line's version. */
  private static final Terms TERMS = new Terms(1, Duration.ofMillis(100), Duration.ZERO, 50, true);

  @Inject private LineVersion versions;

  protected LineRooms() {
    // only people who are signed in get here
    super(TERMS, MOST_OF_OFFICE, MOST, MOST, 0);
  }

  @Override
  public int check(String office, HttpServletRequest handshake) {
    return OPEN;
  }

  @Override
  protected Map<String, Scene> scenes(String office, Set<String> rooms) {
    long version = versions.of(office);
    return Map.of(
        office,
        new Scene(version, Jsons.object().add("type", "line").add("version", version).build()));
  }
}
