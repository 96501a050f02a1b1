package de.lokalwillkommen.core.kernel;

/** Where a use case tells what has happened. Told within its transaction, heard after it. */
@FunctionalInterface
public interface DomainEvents {

  /** Tells a fact; it is forgotten if the transaction fails. */
  void publish(DomainEvent event);
}
