package de.lokalwillkommen.server.front;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Devices and people whom an application has recognised lately, by the hash of their credentials,
 * and the addresses from which they came. Kept in memory: after a restart all callers are unknown
 * until their first answer.
 */
final class KnownCallers {

  private static final int MOST = 10_000;

  private final Map<String, Boolean> credentials = latest();
  private final Map<String, Boolean> addresses = latest();

  /** Notes that an application has recognised a caller. */
  void learn(Optional<String> credential, String address) {
    credential.ifPresent(
        hash -> {
          put(credentials, hash);
          put(addresses, address);
        });
  }

  /** Whether one of the credentials of a request was valid before. */
  boolean knows(Head head) {
    return RequestCredentials.list(head).stream().anyMatch(hash -> contains(credentials, hash));
  }

  /** Whether a known caller used that address. */
  boolean knowsAddress(String address) {
    return contains(addresses, address);
  }

  private static void put(Map<String, Boolean> latest, String key) {
    synchronized (latest) {
      latest.put(key, true);
    }
  }

  private static boolean contains(Map<String, Boolean> latest, String key) {
    synchronized (latest) {
      return latest.get(key) != null;
    }
  }

  private static Map<String, Boolean> latest() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
        return size() > MOST;
      }
    };
  }
}
