package de.lokalwillkommen.core.kernel;

import java.time.Instant;

/**
 * What an application hears of a {@link DomainEvent}, whichever application on whichever server
 * published it: that something changed, so that it may read again. A nudge can be lost; nothing may
 * depend on hearing it.
 *
 * @param name what happened, as in {@link DomainEvent#name()}
 * @param office the slug of the office
 * @param subject the identifier of the thing that changed, 0 if none
 * @param version the version of the office's line after the change, 0 if the line did not change
 * @param at when it happened
 */
public record Nudge(String name, String office, long subject, long version, Instant at) {

  /** Whether it concerns the feature of that name, such as {@code ticket} or {@code shift}. */
  public boolean isAbout(String feature) {
    return name.startsWith(feature + ".");
  }
}
