package de.lokalwillkommen.core.history;

import de.lokalwillkommen.core.kernel.Author;
import java.time.Instant;

/**
 * One change, to be read.
 *
 * @param id the identifier of the entry
 * @param at when
 * @param office the slug of the office that it concerns; the empty string if it concerns all
 * @param author the author
 * @param kind what sort of thing was changed
 * @param key which one it was
 * @param action what was done
 * @param before how it was before, as JSON with a version; the empty string if it was new
 * @param after how it was afterwards; the empty string if it was removed
 */
public record HistoryView(
    long id,
    Instant at,
    String office,
    Author author,
    String kind,
    String key,
    String action,
    String before,
    String after) {

  /** Where the page ends of which this is the last entry. */
  public HistoryQuery.Cursor cursor() {
    return new HistoryQuery.Cursor(at, id);
  }
}
