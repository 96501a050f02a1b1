package de.lokalwillkommen.web.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The places of an application's rooms. Each subscriber takes one, and costs memory, so their
 * number is limited. Some are reserved for devices of the office and for browsers that have been
 * connected for a while before; strangers share the rest, with a limit per address.
 */
final class Places {

  /** How long a browser must be connected to be recognised later. */
  private static final Duration REGULAR_AFTER = Duration.ofMinutes(5);

  /** How long a browser is remembered after it was last connected. */
  private static final Duration REMEMBERED = Duration.ofDays(7);

  /** How many browsers of one address are remembered, more than the displays of an office. */
  private static final int BADGES_OF_ADDRESS = 30;

  private static final int BADGES = 3_000;

  private final Limits limits;
  private final Clock clock;
  private final Map<String, Count> rooms = new HashMap<>();
  private final Map<String, Integer> ofAddresses = new HashMap<>();
  private final Map<Badge, Regular> regulars = new LinkedHashMap<>(16, 0.75f, true);
  private final Count all = new Count();

  /**
   * The most subscribers at once.
   *
   * @param inRoom in one room
   * @param inAll in all rooms together
   * @param ofAddress in all rooms from one address
   * @param kept how many of the places in a room, and in all, are reserved for known subscribers
   */
  record Limits(int inRoom, int inAll, int ofAddress, int kept) {}

  private static final class Count {
    private int any;
    private int strangers;

    void add(int more, boolean stranger) {
      any += more;
      strangers += stranger ? more : 0;
    }
  }

  private record Badge(String room, String value) {}

  private record Regular(Optional<String> address, Instant first, Instant last) {}

  /**
   * A place that is taken.
   *
   * @param room the room
   * @param onlooker the subscriber
   * @param stranger whether it is one of the places that strangers share
   */
  record Place(String room, Onlooker onlooker, boolean stranger) {}

  Places(Limits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** Takes a place, if one is left for this subscriber. */
  synchronized Optional<Place> take(String room, Onlooker onlooker) {
    Place place = new Place(room, onlooker, !isKnown(room, onlooker));
    if (!isLeft(place)) {
      return Optional.empty();
    }
    count(place, 1);
    note(place);
    return Optional.of(place);
  }

  /** Gives back a place that was taken. */
  synchronized void giveBack(Place place) {
    count(place, -1);
    note(place);
  }

  private boolean isLeft(Place place) {
    Count room = rooms.getOrDefault(place.room(), new Count());
    if (all.any >= limits.inAll() || room.any >= limits.inRoom()) {
      return false;
    }
    return !place.stranger()
        || all.strangers < limits.inAll() - limits.kept()
            && room.strangers < limits.inRoom() - limits.kept()
            && place.onlooker().address().map(this::countOf).orElse(0) < limits.ofAddress();
  }

  private int countOf(String address) {
    return ofAddresses.getOrDefault(address, 0);
  }

  private void count(Place place, int more) {
    all.add(more, place.stranger());
    Count room = rooms.computeIfAbsent(place.room(), r -> new Count());
    room.add(more, place.stranger());
    if (room.any == 0) {
      rooms.remove(place.room());
    }
    if (place.stranger()) {
      place
          .onlooker()
          .address()
          .ifPresent(
              address ->
                  ofAddresses.merge(
                      address, more, (had, n) -> had + n == 0 ? null : Integer.valueOf(had + n)));
    }
  }

  private boolean isKnown(String room, Onlooker onlooker) {
    Instant now = clock.instant();
    return onlooker.paired()
        || onlooker
            .badge()
            .map(badge -> regulars.get(new Badge(room, badge)))
            .filter(r -> !r.first().plus(REGULAR_AFTER).isAfter(now))
            .filter(r -> r.last().plus(REMEMBERED).isAfter(now))
            .isPresent();
  }

  /** Remembers a browser by its badge: per address the first ones, in total the latest. */
  private void note(Place place) {
    Optional<String> badge = place.onlooker().badge();
    if (limits.kept() == 0 || badge.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    Badge key = new Badge(place.room(), badge.get());
    Regular before = regulars.get(key);
    if (before == null && isCrowded(place.onlooker().address(), now)) {
      return;
    }
    Instant first = before == null || isForgotten(before, now) ? now : before.first();
    regulars.put(key, new Regular(place.onlooker().address(), first, now));
    if (regulars.size() > BADGES) {
      regulars.remove(regulars.keySet().iterator().next());
    }
  }

  private boolean isCrowded(Optional<String> address, Instant now) {
    return address.isPresent()
        && regulars.values().stream()
                .filter(r -> r.address().equals(address) && !isForgotten(r, now))
                .count()
            >= BADGES_OF_ADDRESS;
  }

  private static boolean isForgotten(Regular regular, Instant now) {
    return !regular.last().plus(REMEMBERED).isAfter(now);
  }
}
