package de.lokalwillkommen.core.texts;

import de.lokalwillkommen.core.kernel.DomainEvent;
import java.time.Instant;

/**
 * The administration has changed texts: every application reads them again, in all offices.
 *
 * @param at when
 */
public record TextsChanged(Instant at) implements DomainEvent {

  /** The feature in {@link #name()}. */
  static final String FEATURE = "text";

  @Override
  public String name() {
    return FEATURE + ".changed";
  }

  @Override
  public String office() {
    return "";
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
