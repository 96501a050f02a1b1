package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.web.app.Installation;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps whoever books from outside, where nobody can tell one person from another, from taking
 * everything or asking for everything. All of them together hold forty slots of an office at once
 * and two a minute after that: more than people ask for when a week opens, while a script needs
 * almost two hours for the week of an office with three desks, which staff sees in the day list.
 * They search sixty times at once and five times a second, less than half of what a server answers
 * if all offices are searched, so that kiosks go on; and they join the waitlist twenty times at
 * once and once a minute. It is also what makes it slow to try whether an address has an open
 * appointment. A kiosk with its token is not concerned; a demonstration does not mind.
 */
@ApplicationScoped
public class OutsidePace {

  private static final Bandwidth HOLDS =
      Bandwidth.builder().capacity(40).refillGreedy(1, Duration.ofSeconds(30)).build();
  private static final Bandwidth SEARCHES =
      Bandwidth.builder().capacity(60).refillGreedy(5, Duration.ofSeconds(1)).build();
  private static final Bandwidth JOININGS =
      Bandwidth.builder().capacity(20).refillGreedy(1, Duration.ofMinutes(1)).build();

  /** One for every office there is, so that names nobody knows cannot fill the memory. */
  private final Map<String, Bucket> holds = new ConcurrentHashMap<>();

  private final Bucket searches = Bucket.builder().addLimit(SEARCHES).build();
  private final Bucket joinings = Bucket.builder().addLimit(JOININGS).build();
  private OfficeDirectory offices;
  private Installation installation;

  protected OutsidePace() {}

  @Inject
  OutsidePace(OfficeDirectory offices, Installation installation) {
    this.offices = offices;
    this.installation = installation;
  }

  /**
   * Lets somebody hold a slot of an office; one that does not exist is for others to refuse.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code TOO_OFTEN} if too many have
   */
  public void admitHold(String office, Channel channel) {
    if (isPaced(channel) && offices.find(office).isPresent()) {
      pass(
          holds.computeIfAbsent(office, o -> Bucket.builder().addLimit(HOLDS).build()),
          "booking.busy");
    }
  }

  /**
   * Lets somebody search free slots.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code TOO_OFTEN} if too many do
   */
  public void admitSearch(Channel channel) {
    if (isPaced(channel)) {
      pass(searches, "request.tooMany");
    }
  }

  /**
   * Lets somebody join the waitlist.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code TOO_OFTEN} if too many have
   */
  public void admitJoining(Channel channel) {
    if (isPaced(channel)) {
      pass(joinings, "booking.busy");
    }
  }

  private boolean isPaced(Channel channel) {
    return channel == Channel.OUTSIDE && !installation.isDemo();
  }

  private static void pass(Bucket bucket, String key) {
    if (!bucket.tryConsume(1)) {
      throw Refusal.of(Kind.TOO_OFTEN, key).asException();
    }
  }
}
