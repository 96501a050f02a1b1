package de.lokalwillkommen.core.kernel;

import java.time.Instant;

/**
 * Notifies an application of a {@link DomainEvent} from any application on any server: something
 * changed, so the application reads again. A nudge can be lost; correctness must not depend on
 * receiving it.
 *
 * @param name the name of the event, as in {@link DomainEvent#name()}
 * @param office the slug of the office
 * @param subject the identifier of the thing that changed, 0 if there is none
 * @param version the version of the office's line after the change, 0 if the line did not change
 * @param at when it happened
 */
public record Nudge(String name, String office, long subject, long version, Instant at) {

  /** Whether it concerns that feature, such as {@code ticket} or {@code shift}. */
  public boolean isAbout(String feature) {
    return name.startsWith(feature + ".");
  }
}
