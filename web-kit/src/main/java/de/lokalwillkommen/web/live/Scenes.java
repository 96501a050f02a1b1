package de.lokalwillkommen.web.live;

import java.util.Map;
import java.util.Set;

/** Reads what is seen in all open rooms of an office at one moment, in one go. */
@FunctionalInterface
public interface Scenes {

  /**
   * The scenes of these rooms.
   *
   * @return by room; a room is missing if there is nothing to see in it any more
   */
  Map<String, Scene> read(String office, Set<String> rooms);
}
