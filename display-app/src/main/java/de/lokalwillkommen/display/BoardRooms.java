package de.lokalwillkommen.display;

import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.web.live.House;
import de.lokalwillkommen.web.live.Scene;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** The waiting rooms, one per office, into which the displays look. */
@ApplicationScoped
public class BoardRooms extends House {

  /** More displays than any office has. */
  private static final int MOST = 600;

  private static final Duration PAUSE = Duration.ofMillis(20);

  @Inject private BoardScenes scenes;
  @Inject private OfficeDirectory offices;

  protected BoardRooms() {
    super(PAUSE, MOST);
  }

  @Override
  public int check(String office, HttpServletRequest handshake) {
    return offices.find(office).isPresent() ? OPEN : HttpServletResponse.SC_NOT_FOUND;
  }

  @Override
  protected Scene scene(String office) {
    return scenes.get(office);
  }
}
