package de.lokalwillkommen.web.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The places of an application's channels. Each subscriber takes one, and costs memory, so their
 * number is limited. Some are reserved for devices of the office and for browsers that have been
 * connected for a while before; strangers share the rest, with a limit per address.
 */
final class SubscriberPlaces {

  /** How long a browser must be connected to be recognised later. */
  private static final Duration REGULAR_AFTER = Duration.ofMinutes(5);

  /** How long a browser is remembered after it was last connected. */
  private static final Duration REMEMBERED = Duration.ofDays(7);

  /** How many browsers of one address are remembered, more than the displays of an office. */
  private static final int BADGES_OF_ADDRESS = 30;

  private static final int BADGES = 3_000;

  private final Limits limits;
  private final Clock clock;
  private final Map<String, Count> channels = new HashMap<>();
  private final Map<String, Integer> ofAddresses = new HashMap<>();
  private final Map<Badge, Regular> regulars = new LinkedHashMap<>(16, 0.75f, true);
  private final Count all = new Count();

  /**
   * The most subscribers at once.
   *
   * @param inChannel in one channel
   * @param inAll in all channels together
   * @param ofAddress in all channels from one address
   * @param kept how many of the places in a channel, and in all, are reserved for known subscribers
   */
  record Limits(int inChannel, int inAll, int ofAddress, int kept) {}

  private static final class Count {
    private int any;
    private int strangers;

    void add(int more, boolean stranger) {
      any += more;
      strangers += stranger ? more : 0;
    }
  }

  private record Badge(String channel, String value) {}

  private record Regular(Optional<String> address, Instant first, Instant last) {}

  /**
   * A place that is taken.
   *
   * @param channel the channel
   * @param subscriber the subscriber
   * @param stranger whether it is one of the places that strangers share
   */
  record Place(String channel, Subscriber subscriber, boolean stranger) {}

  SubscriberPlaces(Limits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** Takes a place, if one is left for this subscriber. */
  synchronized Optional<Place> take(String channel, Subscriber subscriber) {
    Place place = new Place(channel, subscriber, !isKnown(channel, subscriber));
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
    Count channel = channels.getOrDefault(place.channel(), new Count());
    if (all.any >= limits.inAll() || channel.any >= limits.inChannel()) {
      return false;
    }
    return !place.stranger()
        || all.strangers < limits.inAll() - limits.kept()
            && channel.strangers < limits.inChannel() - limits.kept()
            && place.subscriber().address().map(this::countOf).orElse(0) < limits.ofAddress();
  }

  private int countOf(String address) {
    return ofAddresses.getOrDefault(address, 0);
  }

  private void count(Place place, int more) {
    all.add(more, place.stranger());
    Count channel = channels.computeIfAbsent(place.channel(), r -> new Count());
    channel.add(more, place.stranger());
    if (channel.any == 0) {
      channels.remove(place.channel());
    }
    if (place.stranger()) {
      place
          .subscriber()
          .address()
          .ifPresent(
              address ->
                  ofAddresses.merge(
                      address, more, (had, n) -> had + n == 0 ? null : Integer.valueOf(had + n)));
    }
  }

  private boolean isKnown(String channel, Subscriber subscriber) {
    Instant now = clock.instant();
    return subscriber.paired()
        || subscriber
            .badge()
            .map(badge -> regulars.get(new Badge(channel, badge)))
            .filter(r -> !r.first().plus(REGULAR_AFTER).isAfter(now))
            .filter(r -> r.last().plus(REMEMBERED).isAfter(now))
            .isPresent();
  }

  /** Remembers a browser by its badge: per address the first ones, in total the latest. */
  private void note(Place place) {
    Optional<String> badge = place.subscriber().badge();
    if (limits.kept() == 0 || badge.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    Badge key = new Badge(place.channel(), badge.get());
    Regular before = regulars.get(key);
    if (before == null && isCrowded(place.subscriber().address(), now)) {
      return;
    }
    Instant first = before == null || isForgotten(before, now) ? now : before.first();
    regulars.put(key, new Regular(place.subscriber().address(), first, now));
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
