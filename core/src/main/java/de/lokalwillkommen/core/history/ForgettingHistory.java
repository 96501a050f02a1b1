package de.lokalwillkommen.core.history;

import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.retention.Retention;
import jakarta.inject.Inject;
import java.time.Clock;

/** Deletes what the history no longer keeps. */
@UseCase
public class ForgettingHistory {

  private HistoryEntries entries;
  private Clock clock;

  protected ForgettingHistory() {}

  @Inject
  ForgettingHistory(HistoryEntries entries, Clock clock) {
    this.entries = entries;
    this.clock = clock;
  }

  /** Deletes the entries that are older than twelve months. */
  public void forget() {
    entries.removeBefore(Retention.HISTORY.keptFrom(clock.instant()));
  }
}
