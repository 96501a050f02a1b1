package de.lokalwillkommen.core.history;

import de.lokalwillkommen.core.kernel.InMemoryIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Entries whose identifiers grow in the order in which they are written. */
class InMemoryHistoryEntries implements HistoryEntries {

  private final List<HistoryEntry> all = new ArrayList<>();

  @Override
  public void add(HistoryEntry entry) {
    InMemoryIds.give(entry);
    all.add(entry);
  }

  @Override
  public List<HistoryEntry> list(HistoryQuery query) {
    return all.stream()
        .filter(e -> isAskedFor(e.view(), query))
        .sorted(
            Comparator.comparing((HistoryEntry e) -> e.view().at())
                .thenComparing(e -> e.view().id())
                .reversed())
        .limit(query.atMost())
        .toList();
  }

  private static boolean isAskedFor(HistoryView entry, HistoryQuery query) {
    return !entry.at().isBefore(query.from())
        && entry.at().isBefore(query.until())
        && query.office().map(entry.office()::equals).orElse(true)
        && query.kind().map(entry.kind()::equals).orElse(true)
        && query.after().map(last -> isOlder(entry, last)).orElse(true);
  }

  private static boolean isOlder(HistoryView entry, HistoryQuery.Cursor last) {
    return entry.at().isBefore(last.at()) || entry.at().equals(last.at()) && entry.id() < last.id();
  }

  @Override
  public int removeBefore(Instant time) {
    int before = all.size();
    all.removeIf(e -> e.view().at().isBefore(time));
    return before - all.size();
  }
}
