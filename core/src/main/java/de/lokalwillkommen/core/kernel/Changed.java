package de.lokalwillkommen.core.kernel;

import java.time.Instant;

/**
 * Staff, a device or the system has changed something that is arranged: the history keeps it.
 *
 * @param office the slug of the office that it concerns; the empty string if it concerns all
 * @param author the author of the change
 * @param kind what sort of thing was changed, for example {@code availability}: at most 30 lower
 *     case letters
 * @param key which one it was, by the identifier of its kind; at most 100 characters, and the empty
 *     string if there is only one
 * @param action what was done, for example {@code ADD}: at most 30 characters
 * @param before how it was before, as JSON with a version; the empty string if it is new
 * @param after how it is now, as JSON with a version; the empty string if it was removed
 * @param at when
 */
public record Changed(
    String office,
    Author author,
    String kind,
    String key,
    String action,
    String before,
    String after,
    Instant at)
    implements DomainEvent {

  @Override
  public String name() {
    return "arrangement.changed";
  }

  @Override
  public long subject() {
    return 0;
  }

  @Override
  public long version() {
    return 0;
  }
}
