package de.lokalwillkommen.core.relay;

import de.lokalwillkommen.core.kernel.DomainEvent;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.Infrastructure;
import de.lokalwillkommen.core.kernel.Nudge;
import de.lokalwillkommen.core.relay.bus.LocalBus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Passes the events of a committed transaction to every application on this server, and to the
 * other servers of a cluster, where they arrive as a {@link Nudge}. The only type that knows the
 * bus. Each application opens its own relay when it starts and closes it when it stops.
 */
@Infrastructure
@ApplicationScoped
public class EventRelay implements DomainEvents {

  private static final Logger LOG = Logger.getLogger(EventRelay.class.getName());
  private static final String STOP = "";

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private Event<DomainEvent> published;
  private Event<Nudge> nudges;
  private AutoCloseable listening;
  private ClusterBus cluster;

  protected EventRelay() {}

  @Inject
  EventRelay(Event<DomainEvent> published, Event<Nudge> nudges) {
    this.published = published;
    this.nudges = nudges;
  }

  @Override
  public void publish(DomainEvent event) {
    published.fire(event);
  }

  void send(@Observes(during = TransactionPhase.AFTER_SUCCESS) DomainEvent event) {
    String message = Message.write(event);
    LocalBus.send(message);
    if (cluster != null) {
      cluster.send(message);
    }
  }

  /**
   * Begins to receive nudges.
   *
   * @param threads creates the one thread in which this application handles nudges, in their order
   */
  public synchronized void open(ThreadFactory threads) {
    listening = LocalBus.listen(heard::add);
    cluster = ClusterBus.find(heard::add).orElse(null);
    threads.newThread(this::hear).start();
  }

  /** Stops receiving nudges. */
  public synchronized void close() throws Exception {
    if (listening != null) {
      listening.close();
      heard.add(STOP);
    }
    if (cluster != null) {
      cluster.close();
    }
  }

  private void hear() {
    try {
      for (String message = heard.take(); !message.equals(STOP); message = heard.take()) {
        tell(message);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(String message) {
    try {
      Optional<Nudge> nudge = Message.read(message);
      nudge.ifPresent(nudges::fire);
    } catch (RuntimeException e) {
      // a failing observer must not stop this application from receiving further nudges; it reads
      // again on the next one
      LOG.log(Level.WARNING, "a nudge could not be handled", e);
    }
  }
}
