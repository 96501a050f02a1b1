package de.lokalwillkommen.web.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many look into the rooms of a house. Every socket costs memory, and most rooms are open to
 * everybody; so there is an end to it, for each room and for all together.
 */
final class Crowd {

  private final Map<String, Integer> inRooms = new ConcurrentHashMap<>();
  private final AtomicInteger inAll = new AtomicInteger();
  private final int mostInRoom;
  private final int mostInAll;

  Crowd(int mostInRoom, int mostInAll) {
    this.mostInRoom = mostInRoom;
    this.mostInAll = mostInAll;
  }

  /** Counts one more in a room, unless it is full. */
  boolean enter(String room) {
    if (inAll.incrementAndGet() > mostInAll) {
      inAll.decrementAndGet();
      return false;
    }
    boolean[] entered = {false};
    inRooms.compute(
        room,
        (name, present) -> {
          int before = present == null ? 0 : present;
          entered[0] = before < mostInRoom;
          return entered[0] ? Integer.valueOf(before + 1) : present;
        });
    if (!entered[0]) {
      inAll.decrementAndGet();
    }
    return entered[0];
  }

  /** Counts one less; only for who has entered. */
  void leave(String room) {
    inAll.decrementAndGet();
    inRooms.computeIfPresent(room, (name, present) -> present == 1 ? null : present - 1);
  }

  /** How many rooms are kept in mind. */
  int rooms() {
    return inRooms.size();
  }
}
