package de.lokalwillkommen.core.installation;

import de.lokalwillkommen.core.kernel.DomainEvent;
import java.time.Instant;

/**
 * The administration has changed what concerns the whole installation: caches are read again.
 *
 * @param at when
 */
public record InstallationArranged(Instant at) implements DomainEvent {

  @Override
  public String name() {
    return "installation.arranged";
  }

  /** It concerns no single office. */
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
