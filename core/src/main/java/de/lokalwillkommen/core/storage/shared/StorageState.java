package de.lokalwillkommen.core.storage.shared;

import java.util.concurrent.atomic.AtomicReference;

/**
 * How things stand with the place where the data lies, as this server's one watch has found it. All
 * applications of a server read it, so it lives in the common class loader; reading costs nothing.
 */
public final class StorageState {

  private static final StorageState OF_THIS_SERVER = new StorageState();

  private final AtomicReference<Findings> findings =
      new AtomicReference<>(new Findings(false, false, 0));
  private final AtomicReference<Runnable> suspicion = new AtomicReference<>(() -> {});

  /**
   * What was found.
   *
   * @param away whether the database does not take what it is given
   * @param scarce whether the disk is nearly full, so that nothing new should be begun
   * @param freeMegabytes what is left on it; 0 where the data does not lie on this machine
   */
  public record Findings(boolean away, boolean scarce, long freeMegabytes) {}

  /** The state that all applications of this server share. Good, unless a watch says otherwise. */
  public static StorageState ofThisServer() {
    return OF_THIS_SERVER;
  }

  public Findings findings() {
    return findings.get();
  }

  /** The watch has found something. */
  public void found(Findings found) {
    findings.set(found);
  }

  /** Something went wrong that may be the database's fault: the watch should look now. */
  public void suspect() {
    suspicion.get().run();
  }

  /** What is done about a suspicion; must not block. */
  public void onSuspicion(Runnable look) {
    suspicion.set(look);
  }
}
