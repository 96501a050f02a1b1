package de.lokalwillkommen.core.relay.bus;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Carries messages between the applications of one server. There must be one of it for all of them,
 * so it lives in the server's common class loader and is the one type with mutable static state.
 */
public final class LocalBus {

  private static final List<Consumer<String>> LISTENERS = new CopyOnWriteArrayList<>();

  private LocalBus() {}

  /** Hears all messages from now on, until the answer is closed. Listeners must not block. */
  public static AutoCloseable listen(Consumer<String> listener) {
    LISTENERS.add(listener);
    return () -> LISTENERS.remove(listener);
  }

  /** Hands a message to all listeners, in this thread. */
  public static void send(String message) {
    for (Consumer<String> listener : LISTENERS) {
      listener.accept(message);
    }
  }
}
