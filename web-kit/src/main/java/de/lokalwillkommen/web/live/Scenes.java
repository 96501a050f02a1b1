package de.lokalwillkommen.web.live;

import java.util.Map;
import java.util.Set;

/** Reads a snapshot of all open rooms of an office, in one go. */
@FunctionalInterface
public interface Scenes {

  /**
   * The scenes of these rooms.
   *
   * @return by room; a room is missing if it has ended
   */
  Map<String, Scene> read(String office, Set<String> rooms);
}
