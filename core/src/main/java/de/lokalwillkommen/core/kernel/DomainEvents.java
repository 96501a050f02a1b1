package de.lokalwillkommen.core.kernel;

/**
 * Where a use case publishes events. Observers in the same transaction receive them at once, other
 * applications after the commit.
 */
@FunctionalInterface
public interface DomainEvents {

  /** Publishes an event; it is discarded if the transaction fails. */
  void publish(DomainEvent event);
}
