package de.lokalwillkommen.core.storage;

import de.lokalwillkommen.core.kernel.Infrastructure;
import de.lokalwillkommen.core.storage.shared.StorageState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.OptionalLong;

/** The state of the database and its disk. Never queries the database. */
@Infrastructure
@Named
@ApplicationScoped
public class Storage {

  private StorageState state;

  /** The state of this server's database. */
  @Inject
  public Storage() {
    this(StorageState.ofThisServer());
  }

  public Storage(StorageState state) {
    this.state = state;
  }

  /** Whether the database cannot be used now; every request that needs it is refused at once. */
  public boolean isAway() {
    return state.findings().away();
  }

  /**
   * Fails at once instead of waiting for a database that is away.
   *
   * @throws StorageAway if the database cannot be used now
   */
  public void requireThere() {
    if (isAway()) {
      throw new StorageAway();
    }
  }

  /** Whether the disk is nearly full: running work continues, new work is refused. */
  public boolean isScarce() {
    return state.findings().scarce();
  }

  /** The free space on the disk; empty if unknown, or if the data is on another machine. */
  public OptionalLong findFreeMegabytes() {
    return state.findings().freeMegabytes();
  }

  /**
   * Whether a failure is the database's fault, or may be since it is away. Each call makes the
   * watch check the database.
   */
  public boolean isToBlameFor(Throwable failure) {
    boolean blamed = isAway() || Outage.isIn(failure);
    if (blamed) {
      state.suspect();
    }
    return blamed;
  }
}
