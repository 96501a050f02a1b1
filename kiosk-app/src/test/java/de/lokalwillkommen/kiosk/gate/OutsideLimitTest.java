package de.lokalwillkommen.kiosk.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import de.lokalwillkommen.core.booking.BookingAppointments;
import de.lokalwillkommen.core.booking.BookingWish;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.waitlist.PartOfDay;
import de.lokalwillkommen.core.waitlist.UsingWaitlist;
import de.lokalwillkommen.core.waitlist.WaitlistWish;
import de.lokalwillkommen.web.app.Installation;
import de.lokalwillkommen.web.security.RecordedSecurityLog;
import de.lokalwillkommen.web.security.shared.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutsideLimitTest {

  private static final int MANY = 200;

  @TempDir private Path folder;

  private final Booking booking = new Booking();
  private final Waiting waiting = new Waiting();
  private final Caller caller = new Caller();
  private final RecordedSecurityLog log = new RecordedSecurityLog();

  private OutsideLimit limit(boolean demo) throws IOException {
    Path key = Files.write(folder.resolve("key"), new byte[32]);
    Installation installation = new Installation(demo, key.toString());
    return new OutsideLimit(booking, waiting, new TwoOffices(), installation, log, caller);
  }

  private static BookingWish hold(String office, Channel channel, String key) {
    return new BookingWish(
        new Slot.Id(office, Instant.parse("2026-11-25T09:00:00Z")),
        "work",
        "de",
        channel,
        Optional.empty(),
        Optional.of(new RequestKey(key)),
        Optional.empty());
  }

  private static Runnable holding(OutsideLimit limit, String office, Channel channel) {
    return () -> limit.hold(hold(office, channel, UUID.randomUUID().toString()));
  }

  private static WaitlistWish wishing(String key) {
    LocalDate day = LocalDate.parse("2026-11-25");
    return new WaitlistWish(
        "work",
        "de",
        Set.of("hoerde"),
        day,
        day,
        PartOfDay.ANY,
        Optional.empty(),
        Optional.empty(),
        Optional.of(new RequestKey(key)));
  }

  private static Runnable joining(OutsideLimit limit, Channel channel) {
    return () -> limit.join(wishing(UUID.randomUUID().toString()), channel);
  }

  /** The number of requests in a row that are admitted. */
  private static int passed(Runnable request) {
    int passed = 0;
    for (int i = 0; i < MANY; i++) {
      try {
        request.run();
        passed++;
      } catch (Refused refused) {
        assertThat(refused.refusal().kind()).isEqualTo(Kind.TOO_OFTEN);
      }
    }
    return passed;
  }

  @Test
  void noNetworkHoldsAWholeOfficeAndOtherOfficesGoOn() throws IOException {
    OutsideLimit limit = limit(false);

    assertThat(passed(holding(limit, "hoerde", Channel.OUTSIDE))).isBetween(40, 41);

    assertThat(log.lines())
        .hasSizeBetween(MANY - 41, MANY - 40)
        .containsOnly("ASKED_TOO_OFTEN - holds");
    assertThatCode(holding(limit, "eving", Channel.OUTSIDE)::run).doesNotThrowAnyException();
    assertThat(passed(holding(limit, "hoerde", Channel.KIOSK))).isEqualTo(MANY);
  }

  @Test
  void officesThatDoNotExistAreNotCounted() throws IOException {
    OutsideLimit limit = limit(false);

    assertThat(passed(holding(limit, "nowhere", Channel.OUTSIDE))).isEqualTo(MANY);
  }

  @Test
  void searchingIsLimitedForAllTogetherByTheOfficesThatAreSearched() throws IOException {
    OutsideLimit limit = limit(false);

    assertThat(passed(() -> limit.admitSearches(Channel.OUTSIDE, 3, 1))).isBetween(160, 190);
    assertThat(passed(() -> limit.admitSearches(Channel.KIOSK, 3, 1))).isEqualTo(MANY);
  }

  @Test
  void joiningTheWaitlistIsLimitedToo() throws IOException {
    OutsideLimit limit = limit(false);

    assertThat(passed(joining(limit, Channel.OUTSIDE))).isBetween(20, 21);
    assertThat(passed(joining(limit, Channel.KIOSK))).isEqualTo(MANY);
  }

  @Test
  void oneNetworkUsesUpNeitherTheSearchesNorTheSlotsNorTheWaitlistOfOthers() throws IOException {
    OutsideLimit limit = limit(false);
    caller.network = Optional.of(new Network("c6336401"));
    assertThat(passed(() -> limit.admitSearches(Channel.OUTSIDE, 3, 1))).isBetween(48, 60);
    assertThat(passed(holding(limit, "hoerde", Channel.OUTSIDE))).isBetween(10, 11);
    assertThat(passed(joining(limit, Channel.OUTSIDE))).isBetween(6, 7);

    caller.network = Optional.of(new Network("c0000207"));
    assertThatCode(() -> limit.admitSearches(Channel.OUTSIDE, 3, 1)).doesNotThrowAnyException();
    assertThatCode(holding(limit, "hoerde", Channel.OUTSIDE)::run).doesNotThrowAnyException();
    assertThatCode(joining(limit, Channel.OUTSIDE)::run).doesNotThrowAnyException();
  }

  @Test
  void whenSomeNetworksHaveUsedUpTheSharedLimitTheNextVisitorIsStillServed() throws IOException {
    OutsideLimit limit = limit(false);
    for (int i = 0; i < 5; i++) {
      caller.network = Optional.of(new Network("greedy " + i));
      passed(() -> limit.admitSearches(Channel.OUTSIDE, 3, 1));
      passed(holding(limit, "hoerde", Channel.OUTSIDE));
      passed(joining(limit, Channel.OUTSIDE));
    }

    caller.network = Optional.of(new Network("c0000207"));
    assertThatCode(() -> limit.admitSearches(Channel.OUTSIDE, 3, 1)).doesNotThrowAnyException();
    assertThatCode(holding(limit, "hoerde", Channel.OUTSIDE)::run).doesNotThrowAnyException();
    assertThatCode(joining(limit, Channel.OUTSIDE)::run).doesNotThrowAnyException();
  }

  @Test
  void aRequestThatHasBeenAnsweredIsAnsweredAgainThoughOthersHaveUsedUpTheRateLimit()
      throws IOException {
    OutsideLimit limit = limit(false);
    assertThat(limit.hold(hold("hoerde", Channel.OUTSIDE, "k")).isNew()).isTrue();
    assertThat(limit.join(wishing("k"), Channel.OUTSIDE).isNew()).isTrue();
    passed(holding(limit, "hoerde", Channel.OUTSIDE));
    passed(joining(limit, Channel.OUTSIDE));

    assertThat(passed(() -> limit.hold(hold("hoerde", Channel.OUTSIDE, "k")))).isEqualTo(MANY);
    assertThat(limit.hold(hold("hoerde", Channel.OUTSIDE, "k")).isNew()).isFalse();
    assertThat(passed(() -> limit.join(wishing("k"), Channel.OUTSIDE))).isEqualTo(MANY);
    assertThat(limit.join(wishing("k"), Channel.OUTSIDE).isNew()).isFalse();
  }

  @Test
  void repeatedRequestsTakeNothingFromOthers() throws IOException {
    OutsideLimit limit = limit(false);
    for (int i = 0; i < MANY; i++) {
      limit.hold(hold("hoerde", Channel.OUTSIDE, "k"));
      limit.join(wishing("k"), Channel.OUTSIDE);
    }

    assertThat(passed(holding(limit, "hoerde", Channel.OUTSIDE))).isBetween(39, 40);
    assertThat(passed(joining(limit, Channel.OUTSIDE))).isBetween(19, 20);
  }

  @Test
  void requestsAboveTheRateLimitAreNotTried() throws IOException {
    OutsideLimit limit = limit(false);

    assertThat(passed(holding(limit, "hoerde", Channel.OUTSIDE))).isEqualTo(booking.held.size());
    assertThat(passed(joining(limit, Channel.OUTSIDE))).isEqualTo(waiting.joined.size());
  }

  @Test
  void disabledInDemoMode() throws IOException {
    OutsideLimit limit = limit(true);

    assertThat(passed(holding(limit, "hoerde", Channel.OUTSIDE))).isEqualTo(MANY);
    assertThat(passed(() -> limit.admitSearches(Channel.OUTSIDE, 3, 1))).isEqualTo(MANY);
    assertThat(passed(joining(limit, Channel.OUTSIDE))).isEqualTo(MANY);
  }

  /** Holds any slot, once per idempotency key. */
  private static final class Booking extends BookingAppointments {

    private final Set<RequestKey> held = new HashSet<>();

    @Override
    public Booked hold(BookingWish wish) {
      return new Booked(null, held.add(wish.requestKey().orElseThrow()));
    }

    @Override
    public Optional<Booked> findEarlier(BookingWish wish) {
      return wish.requestKey().filter(held::contains).map(key -> new Booked(null, false));
    }
  }

  /** Accepts every waitlist entry, once per idempotency key. */
  private static final class Waiting extends UsingWaitlist {

    private final Set<RequestKey> joined = new HashSet<>();

    @Override
    public Joined join(WaitlistWish wish) {
      return new Joined(null, joined.add(wish.requestKey().orElseThrow()));
    }

    @Override
    public Optional<Joined> findEarlier(WaitlistWish wish) {
      return wish.requestKey().filter(joined::contains).map(key -> new Joined(null, false));
    }
  }

  private static final class TwoOffices extends OfficeDirectory {

    @Override
    public List<OfficeProfile> list() {
      return Stream.of("hoerde", "eving")
          .map(
              o ->
                  new OfficeProfile(
                      o,
                      o,
                      Optional.empty(),
                      ZoneOffset.UTC,
                      Optional.empty(),
                      false,
                      true,
                      List.of(),
                      List.of(),
                      List.of()))
          .toList();
    }

    @Override
    public Optional<OfficeProfile> find(String id) {
      return list().stream().filter(office -> office.id().equals(id)).findFirst();
    }
  }
}
