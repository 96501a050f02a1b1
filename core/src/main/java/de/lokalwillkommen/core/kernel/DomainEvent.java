package de.lokalwillkommen.core.kernel;

import java.io.Serializable;
import java.time.Instant;

/**
 * A fact that has become true in the office: identifiers and instants only, never an entity.
 *
 * <p>It is published within the transaction that made it true and heard elsewhere, as a {@link
 * Nudge}, only after that transaction has been committed.
 */
public interface DomainEvent extends Serializable {

  /** What happened, as a past fact with the feature in front, for example {@code ticket.called}. */
  String name();

  /** The slug of the office in which it happened. */
  String office();

  /** The identifier of the thing that changed, 0 if it is the office itself. */
  long subject();

  /** The version of the office's line after the change, 0 if the line did not change. */
  long version();

  /** When it happened. */
  Instant at();
}
