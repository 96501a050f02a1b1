package de.lokalwillkommen.server.front;

import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;

/**
 * Limits how many requests of strangers are processed at a time, so that they never take all
 * threads. Further requests wait without a thread in a queue in which clients take turns.
 */
final class StrangerAdmission {

  private static final Logger LOG = Logger.getLogger(StrangerAdmission.class.getName());
  private static final int UNAVAILABLE = 503;

  private final FairQueue<Waiting> line;

  /** Whether this thread processes a stranger's request. */
  private final ThreadLocal<Boolean> working = ThreadLocal.withInitial(() -> false);

  private final Limits limits;
  private final Front front;
  private int atWork;

  private record Waiting(FilterChainContext context, Head head, long since) {}

  StrangerAdmission(Limits limits, Front front) {
    this.limits = limits;
    this.line = new FairQueue<>(limits.strangersWaiting());
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
      // pipelined: sent before the previous answer was complete, which no browser or device does
      context.getConnection().closeSilently();
      return context.getStopAction();
    }
    context.suspend();
    synchronized (this) {
      if (atWork < limits.strangersAtOnce()) {
        atWork++;
      } else {
        line.add(front.clientOf(context, head), new Waiting(context, head, System.nanoTime()))
            .ifPresent(this::refuse);
        return suspended;
      }
    }
    working.set(true);
    try {
      for (Optional<FilterChainContext> next = Optional.of(context);
          next.isPresent();
          next = next()) {
        process(next.get());
      }
    } finally {
      working.set(false);
    }
    return suspended;
  }

  /** An exception ends only this request: its slot must pass to the next one. */
  private static void process(FilterChainContext context) {
    // the context may belong to another request afterwards
    Connection<?> connection = context.getConnection();
    try {
      context.resume(context.getInvokeAction());
    } catch (RuntimeException | Error e) {
      connection.terminateSilently();
      LOG.log(Level.WARNING, "a request failed", e);
    }
  }

  /** The next request whose client is still connected; if there is none the slot is free again. */
  private Optional<FilterChainContext> next() {
    for (Optional<Waiting> first = poll(); first.isPresent(); first = poll()) {
      if (first.get().context().getConnection().isOpen()) {
        return Optional.of(first.get().context());
      }
      forget(first.get().context());
    }
    return Optional.empty();
  }

  private static void forget(FilterChainContext context) {
    try {
      context.completeAndRecycle();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a request could not be ended", e);
    }
  }

  private synchronized Optional<Waiting> poll() {
    Optional<Waiting> first = line.poll();
    if (first.isEmpty()) {
      atWork--;
    }
    return first;
  }

  /** The number of waiting requests. */
  synchronized int waiting() {
    return line.size();
  }

  /** Refuses requests that have waited too long. */
  void sweep() {
    pollOver().forEach(this::refuse);
  }

  private synchronized List<Waiting> pollOver() {
    long now = System.nanoTime();
    return line.pollAll(waiting -> now - waiting.since() > limits.turn().toNanos());
  }

  private void refuse(Waiting waiting) {
    front.refuse(waiting.context(), Rejection.of(UNAVAILABLE), Optional.of(waiting.head()));
  }
}
