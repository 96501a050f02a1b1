package de.lokalwillkommen.web.live;

import java.util.Map;
import java.util.Set;

/** Reads a snapshot of all open channels of an office, in one go. */
@FunctionalInterface
public interface SnapshotReader {

  /**
   * The snapshots of these channels.
   *
   * @return by channel; a channel is missing if it has ended
   */
  Map<String, Snapshot> read(String office, Set<String> channels);
}
