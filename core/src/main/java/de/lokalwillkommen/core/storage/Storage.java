package de.lokalwillkommen.core.storage;

import de.lokalwillkommen.core.storage.shared.StorageState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How things stand with the place where the data lies. Never asks the database. */
@Named
@ApplicationScoped
public class Storage {

  private StorageState state;

  /** That of this server. */
  @Inject
  public Storage() {
    this(StorageState.ofThisServer());
  }

  public Storage(StorageState state) {
    this.state = state;
  }

  /** Whether the database cannot be used now: whoever needs it is refused at once. */
  public boolean isAway() {
    return state.findings().away();
  }

  /**
   * For whoever would only wait for it.
   *
   * @throws StorageAway if the database cannot be used now
   */
  public void requireThere() {
    if (isAway()) {
      throw new StorageAway();
    }
  }

  /** Whether the disk is nearly full: what has begun goes on, nothing new begins. */
  public boolean isScarce() {
    return state.findings().scarce();
  }

  /** What is left on the disk; 0 where the data does not lie on this machine. */
  public long getFreeMegabytes() {
    return state.findings().freeMegabytes();
  }

  /**
   * Whether a failure is the database's, or may be since it is away. Whoever asks makes the watch
   * look.
   */
  public boolean isToBlameFor(Throwable failure) {
    boolean blamed = isAway() || Outage.isIn(failure);
    if (blamed) {
      state.suspect();
    }
    return blamed;
  }
}
