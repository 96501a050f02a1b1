package de.lokalwillkommen.core.history;

import java.time.Instant;
import java.util.List;

/** All changes that are kept. */
interface HistoryEntries {

  void add(HistoryEntry entry);

  /** The changes that a query asks for, the latest first. */
  List<HistoryEntry> list(HistoryQuery query);

  /** Deletes the changes before a time and returns their number. */
  int removeBefore(Instant time);
}
