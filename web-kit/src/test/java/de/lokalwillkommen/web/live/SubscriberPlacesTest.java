package de.lokalwillkommen.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubscriberPlacesTest {

  private static final String CHANNEL = "hoerde";
  private static final int IN_ROOM = 60;
  private static final int IN_ALL = 200;
  private static final int OF_ADDRESS = 20;
  private static final int KEPT = 10;

  private final Watch watch = new Watch();
  private final SubscriberPlaces places =
      new SubscriberPlaces(new SubscriberPlaces.Limits(IN_ROOM, IN_ALL, OF_ADDRESS, KEPT), watch);

  private static final class Watch extends Clock {
    private Instant now = Instant.parse("2026-11-23T09:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static Subscriber from(String address) {
    return new Subscriber(Optional.of(address), Optional.empty(), false);
  }

  private static Subscriber display(String badge) {
    return new Subscriber(Optional.of("192.0.2.1"), Optional.of(badge), false);
  }

  private static Subscriber paired() {
    return new Subscriber(Optional.of("192.0.2.1"), Optional.empty(), true);
  }

  private List<SubscriberPlaces.Place> takeAll(Subscriber subscriber) {
    return IntStream.range(0, 1_000)
        .mapToObj(i -> places.take(CHANNEL, subscriber))
        .flatMap(Optional::stream)
        .toList();
  }

  @Test
  void oneClientTakesNoMorePlacesThanItsAddressMay() {
    assertThat(takeAll(from("198.51.100.7"))).hasSize(OF_ADDRESS);
    assertThat(places.take(CHANNEL, from("198.51.100.8"))).isPresent();
  }

  @Test
  void allStrangersTogetherLeaveTheReservedPlaces() {
    long taken =
        IntStream.range(0, 100).mapToLong(i -> takeAll(from("198.51.100." + i)).size()).sum();

    assertThat(taken).isEqualTo(IN_ROOM - KEPT);
    assertThat(takeAll(paired())).hasSize(KEPT);
  }

  @Test
  void withoutAddressesStrangersStillLeaveTheReservedPlaces() {
    assertThat(takeAll(Subscriber.UNKNOWN)).hasSize(IN_ROOM - KEPT);
    assertThat(places.take(CHANNEL, paired())).isPresent();
  }

  @Test
  void aDisplayConnectedForAWhileFindsItsPlaceAgain() {
    SubscriberPlaces.Place before = places.take(CHANNEL, display("a")).orElseThrow();
    watch.now = watch.now.plus(Duration.ofMinutes(6));
    places.giveBack(before);
    takeAll(from("192.0.2.1"));
    IntStream.range(0, 100).forEach(i -> takeAll(from("198.51.100." + i)));

    assertThat(places.take(CHANNEL, display("b"))).as("a new one").isEmpty();
    assertThat(places.take(CHANNEL, display("a"))).isPresent();
  }

  /** The network has failed: the server still counts the old connection. */
  @Test
  void aDisplayFindsItsPlaceBeforeItsOldConnectionIsFoundBroken() {
    places.take(CHANNEL, display("a"));
    watch.now = watch.now.plus(Duration.ofMinutes(6));
    IntStream.range(0, 100).forEach(i -> takeAll(from("198.51.100." + i)));

    assertThat(places.take(CHANNEL, display("a"))).isPresent();
  }

  @Test
  void inventedBadgesOfOneAddressDoNotPushOutThoseThatWereThereBefore() {
    SubscriberPlaces.Place first = places.take(CHANNEL, display("first")).orElseThrow();
    for (int i = 0; i < 5_000; i++) {
      places.take(CHANNEL, display("invented" + i)).ifPresent(places::giveBack);
    }
    watch.now = watch.now.plus(Duration.ofMinutes(6));
    places.giveBack(first);
    IntStream.range(0, 100).forEach(i -> takeAll(from("198.51.100." + i)));

    assertThat(places.take(CHANNEL, display("first"))).isPresent();
    assertThat(places.take(CHANNEL, display("invented4999"))).isEmpty();
  }

  @Test
  void aBadgeIsForgottenAWeekAfterItWasSeenLast() {
    SubscriberPlaces.Place before = places.take(CHANNEL, display("a")).orElseThrow();
    watch.now = watch.now.plus(Duration.ofMinutes(6));
    places.giveBack(before);
    watch.now = watch.now.plus(Duration.ofDays(8));
    IntStream.range(0, 100).forEach(i -> takeAll(from("198.51.100." + i)));

    assertThat(places.take(CHANNEL, display("a"))).isEmpty();
  }

  @Test
  void aPlaceGivenBackCanBeTakenAgain() {
    List<SubscriberPlaces.Place> taken = takeAll(from("198.51.100.7"));
    taken.forEach(places::giveBack);

    assertThat(takeAll(from("198.51.100.7"))).hasSize(OF_ADDRESS);
  }
}
