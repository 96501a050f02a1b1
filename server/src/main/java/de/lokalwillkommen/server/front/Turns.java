package de.lokalwillkommen.server.front;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;

/**
 * Limits how many requests of strangers are processed at a time, so that they never take all
 * threads. Further requests wait in a queue without a thread.
 */
final class Turns {

  private static final int UNAVAILABLE = 503;

  private final Deque<Waiting> line = new ArrayDeque<>();

  /** Whether this thread works on a stranger's request. */
  private final ThreadLocal<Boolean> working = ThreadLocal.withInitial(() -> false);

  private final Limits limits;
  private final Front front;
  private int atWork;

  private record Waiting(FilterChainContext context, Head head, long since) {}

  Turns(Limits limits, Front front) {
    this.limits = limits;
    this.front = front;
  }

  /**
   * Processes a request, now or when its turn comes.
   *
   * @return the result that the calling filter must return
   */
  NextAction take(FilterChainContext context, Head head) {
    NextAction suspended = context.getSuspendAction();
    if (working.get()) {
      // sent before the previous answer was complete, which no browser and no device does
      context.getConnection().closeSilently();
      return context.getStopAction();
    }
    synchronized (this) {
      if (atWork >= limits.strangersAtOnce()) {
        if (line.size() >= limits.strangersWaiting()) {
          return front.refuse(context, Rejection.of(UNAVAILABLE), Optional.of(head));
        }
        context.suspend();
        line.add(new Waiting(context, head, System.nanoTime()));
        return suspended;
      }
      atWork++;
    }
    context.suspend();
    work(context);
    return suspended;
  }

  /** Processes a request, and then those that wait, until none is left. */
  private void work(FilterChainContext first) {
    working.set(true);
    Optional<FilterChainContext> next = Optional.of(first);
    try {
      while (next.isPresent()) {
        next.get().resume(next.get().getInvokeAction());
        next = next();
      }
    } finally {
      working.set(false);
      if (next.isPresent()) {
        giveUp();
      }
    }
  }

  /** Frees the slot of a request that failed in a way which the HTTP server does not catch. */
  private synchronized void giveUp() {
    atWork--;
  }

  /** The next request whose client is still connected; if there is none the slot is free again. */
  private synchronized Optional<FilterChainContext> next() {
    for (Waiting first = line.poll(); first != null; first = line.poll()) {
      if (first.context().getConnection().isOpen()) {
        return Optional.of(first.context());
      }
      first.context().completeAndRecycle();
    }
    atWork--;
    return Optional.empty();
  }

  /** Refuses requests that have waited too long. */
  void sweep() {
    for (Optional<Waiting> over = pollOver(); over.isPresent(); over = pollOver()) {
      front.refuse(over.get().context(), Rejection.of(UNAVAILABLE), Optional.of(over.get().head()));
    }
  }

  private synchronized Optional<Waiting> pollOver() {
    Waiting first = line.peek();
    boolean over = first != null && System.nanoTime() - first.since() > limits.turn().toNanos();
    return over ? Optional.of(line.remove()) : Optional.empty();
  }
}
