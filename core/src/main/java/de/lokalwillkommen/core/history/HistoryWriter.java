package de.lokalwillkommen.core.history;

import de.lokalwillkommen.core.kernel.Changed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Writes each change into the history: it observes the change in the same transaction. */
@ApplicationScoped
class HistoryWriter {

  private HistoryEntries entries;

  protected HistoryWriter() {}

  @Inject
  HistoryWriter(HistoryEntries entries) {
    this.entries = entries;
  }

  void hear(@Observes Changed changed) {
    entries.add(new HistoryEntry(changed));
  }
}
