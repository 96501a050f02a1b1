package de.lokalwillkommen.core.storage.shared;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The state of the database and its disk, as found by this server's watch. All applications of a
 * server read it, so it lives in the common class loader; reading is cheap.
 */
public final class StorageState {

  private static final StorageState OF_THIS_SERVER = new StorageState();

  private final AtomicReference<Findings> findings =
      new AtomicReference<>(new Findings(false, false, OptionalLong.empty()));
  private final AtomicReference<Runnable> suspicion = new AtomicReference<>(() -> {});

  /**
   * The result of a check.
   *
   * @param away whether the database does not accept writes
   * @param scarce whether the disk is nearly full, so that no new work should begin
   * @param freeMegabytes free space on the disk; empty if unknown, or if the data is on another
   *     machine
   */
  public record Findings(boolean away, boolean scarce, OptionalLong freeMegabytes) {}

  /**
   * The state shared by all applications of this server. Good, unless a watch reports otherwise.
   */
  public static StorageState ofThisServer() {
    return OF_THIS_SERVER;
  }

  public Findings findings() {
    return findings.get();
  }

  /** Stores the findings of the watch. */
  public void found(Findings found) {
    findings.set(found);
  }

  /** Reports a failure that may be the database's fault, so that the watch checks it now. */
  public void suspect() {
    suspicion.get().run();
  }

  /** Sets the handler of suspicions; it must not block. */
  public void onSuspicion(Runnable look) {
    suspicion.set(look);
  }
}
