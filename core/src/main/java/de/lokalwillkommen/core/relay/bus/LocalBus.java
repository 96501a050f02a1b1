package de.lokalwillkommen.core.relay.bus;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Carries messages between the applications of one server. All of them share one instance, so it
 * lives in the server's common class loader and is the one type with mutable static state.
 */
public final class LocalBus {

  private static final List<Consumer<String>> LISTENERS = new CopyOnWriteArrayList<>();

  private LocalBus() {}

  /** Registers a listener for all messages until the result is closed. Listeners must not block. */
  public static AutoCloseable listen(Consumer<String> listener) {
    LISTENERS.add(listener);
    return () -> LISTENERS.remove(listener);
  }

  /** Passes a message to all listeners, in the calling thread. */
  public static void send(String message) {
    for (Consumer<String> listener : LISTENERS) {
      listener.accept(message);
    }
  }
}
