package de.lokalwillkommen.core.texts;

import de.lokalwillkommen.core.kernel.Infrastructure;
import de.lokalwillkommen.core.kernel.Nudge;
import de.lokalwillkommen.core.storage.Storage;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The texts that the installation words itself, as this application last read them. Asking for them
 * never reads the database, so that a page can be written while the database is away; they are read
 * when the application starts, after each change, and every few seconds in case a nudge was lost.
 */
@Infrastructure
@ApplicationScoped
public class LatestTexts {

  private static final Logger LOG = Logger.getLogger(LatestTexts.class.getName());

  /** Before the observers that tell pages to ask for the texts. */
  private static final int FIRST = 1;

  private TextOverlays overlays;
  private Storage storage;
  private volatile TextOverlay latest = TextOverlay.NONE;

  protected LatestTexts() {}

  @Inject
  LatestTexts(TextOverlays overlays, Storage storage) {
    this.overlays = overlays;
    this.storage = storage;
  }

  /** The texts as they were last read. */
  public TextOverlay get() {
    return latest;
  }

  /**
   * Reads the texts again if they have changed, unless the database is away: then the known ones
   * stay.
   *
   * @return whether they have changed
   */
  public synchronized boolean refresh() {
    TextOverlay before = latest;
    try {
      storage.requireThere();
      latest = overlays.read(before);
    } catch (RuntimeException notNow) {
      LOG.log(Level.FINE, "the texts could not be read", notNow);
    }
    return latest != before;
  }

  void hear(@Observes @Priority(FIRST) Nudge nudge) {
    if (nudge.isAbout(TextsChanged.FEATURE)) {
      refresh();
    }
  }
}
