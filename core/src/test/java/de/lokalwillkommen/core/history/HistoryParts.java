package de.lokalwillkommen.core.history;

import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.DomainEvents;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** The history over some entries, wired as the container does it. */
public final class HistoryParts {

  private final HistoryEntries entries;

  private HistoryParts(HistoryEntries entries) {
    this.entries = entries;
  }

  public static HistoryParts inMemory() {
    return new HistoryParts(new InMemoryHistoryEntries());
  }

  public static HistoryParts over(EntityManager entities) {
    return new HistoryParts(new JpaHistoryEntries(entities));
  }

  public History reading() {
    return new History(entries);
  }

  public ForgettingHistory forgetting(Clock clock) {
    return new ForgettingHistory(entries, clock);
  }

  /** Publishes events to the history and then elsewhere. */
  public DomainEvents hearing(DomainEvents elsewhere) {
    HistoryWriter writer = new HistoryWriter(entries);
    return event -> {
      if (event instanceof Changed changed) {
        writer.hear(changed);
      }
      elsewhere.publish(event);
    };
  }
}
