package de.lokalwillkommen.core.kernel;

import java.io.Serializable;
import java.time.Instant;

/**
 * A fact that has become true in the office: identifiers and instants only, never an entity.
 *
 * <p>It is published within the transaction that made it true. Other applications receive it as a
 * {@link Nudge} only after the commit.
 */
public interface DomainEvent extends Serializable {

  /** The name of the fact: the feature and a past participle, for example {@code ticket.called}. */
  String name();

  /** The slug of the office in which it happened. */
  String office();

  /** The identifier of the thing that changed, 0 if it is the office itself. */
  long subject();

  /** The version of the office's line after the change; 0 if the line did not change. */
  long version();

  /** When it happened. */
  Instant at();
}
