package de.lokalwillkommen.kiosk.gate;

import de.lokalwillkommen.core.booking.BookingAppointments;
import de.lokalwillkommen.core.booking.BookingAppointments.Booked;
import de.lokalwillkommen.core.booking.BookingWish;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.waitlist.UsingWaitlist;
import de.lokalwillkommen.core.waitlist.UsingWaitlist.Joined;
import de.lokalwillkommen.core.waitlist.WaitlistWish;
import de.lokalwillkommen.web.app.Installation;
import de.lokalwillkommen.web.ratelimit.RateLimit;
import de.lokalwillkommen.web.ratelimit.StrangerLimit;
import de.lokalwillkommen.web.security.SecurityLog;
import de.lokalwillkommen.web.security.shared.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Rate limits for bookings, waitlist and searches from outside, where individual visitors cannot be
 * identified; pages and REST use them. Each of these has a rate limit per network, one for all
 * networks together, and a reserve for networks that ask little, so that a few networks cannot shut
 * out the others.
 *
 * <ul>
 *   <li>All networks hold forty slots of an office at once and two a minute after that: more than
 *       people ask for when a week opens, while a script needs almost two hours for the week of an
 *       office with three desks, which staff sees in the day list. One network holds ten.
 *   <li>They search eight hundred times at once and sixty times a second, an office each time:
 *       about half of what a server answers, so that kiosks go on. One network searches two hundred
 *       and forty times at once, which is twenty pages, and fifteen times a second: a carrier's
 *       network is thousands of phones.
 *   <li>They join the waitlist twenty times at once and once a minute; one network six times and
 *       once in five minutes. This also slows down attempts to find out whether an address has an
 *       open appointment.
 * </ul>
 *
 * A repeated request does not count. A kiosk with its token is exempt. Disabled in demo mode.
 */
@ApplicationScoped
public class OutsideLimit {

  private static final String BUSY = "booking.busy";

  private final Map<String, StrangerLimit> holds = new ConcurrentHashMap<>();
  private final StrangerLimit searches =
      new StrangerLimit(
          () -> RateLimit.of(240, 15, Duration.ofSeconds(1)),
          RateLimit.of(800, 60, Duration.ofSeconds(1)),
          RateLimit.of(400, 30, Duration.ofSeconds(1)));
  private final StrangerLimit joinings =
      new StrangerLimit(
          () -> RateLimit.of(6, 1, Duration.ofMinutes(5)).refusing(BUSY),
          RateLimit.of(20, 1, Duration.ofMinutes(1)).refusing(BUSY),
          RateLimit.of(10, 1, Duration.ofMinutes(2)));
  private BookingAppointments booking;
  private UsingWaitlist waitlist;
  private OfficeDirectory offices;
  private Installation installation;
  private SecurityLog log;
  private Asker asker;

  protected OutsideLimit() {}

  @Inject
  public OutsideLimit(
      BookingAppointments booking,
      UsingWaitlist waitlist,
      OfficeDirectory offices,
      Installation installation,
      SecurityLog log,
      Asker asker) {
    this.booking = booking;
    this.waitlist = waitlist;
    this.offices = offices;
    this.installation = installation;
    this.log = log;
    this.asker = asker;
  }

  private static StrangerLimit ofOffice(String office) {
    return new StrangerLimit(
        () -> RateLimit.of(10, 1, Duration.ofMinutes(2)).refusing(BUSY),
        RateLimit.of(40, 1, Duration.ofSeconds(30)).refusing(BUSY),
        RateLimit.of(20, 1, Duration.ofMinutes(1)));
  }

  /**
   * Holds a slot at this limit.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code TOO_OFTEN} if too many have; or as {@link
   *     BookingAppointments#hold} says
   */
  public Booked hold(BookingWish wish) {
    String office = wish.slot().office();
    // the booking refuses an unknown office
    if (!isLimited(wish.channel()) || offices.find(office).isEmpty()) {
      return booking.hold(wish);
    }
    StrangerLimit limit = holds.computeIfAbsent(office, OutsideLimit::ofOffice);
    return countingOnce(booking.findEarlier(wish), limit, "holds", () -> booking.hold(wish));
  }

  /**
   * Joins the waitlist at this limit.
   *
   * @param channel the channel of the request
   * @throws de.lokalwillkommen.core.kernel.Refused {@code TOO_OFTEN} if too many have; or as {@link
   *     UsingWaitlist#join} says
   */
  public Joined join(WaitlistWish wish, Channel channel) {
    if (!isLimited(channel)) {
      return waitlist.join(wish);
    }
    return countingOnce(
        waitlist.findEarlier(wish), joinings, "waitlist", () -> waitlist.join(wish));
  }

  /**
   * Admits searches for free slots. Each office that is searched costs one, so a search of all
   * offices costs their number. A page takes the cost of its usual searches in advance; only the
   * search back through earlier weeks, whose length is unknown, is taken step by step.
   *
   * @param here the number of searches of one office
   * @param anywhere the number of searches of all offices
   * @throws de.lokalwillkommen.core.kernel.Refused {@code TOO_OFTEN} if there are too many
   */
  public void admitSearches(Channel channel, int here, int anywhere) {
    if (isLimited(channel)) {
      take(searches, anywhere == 0 ? here : here + anywhere * offices.list().size(), "searches");
    }
  }

  private boolean isLimited(Channel channel) {
    return channel == Channel.OUTSIDE && !installation.isDemo();
  }

  private <T> T countingOnce(
      Optional<T> earlier, StrangerLimit limit, String what, Supplier<T> work) {
    return earlier.orElseGet(
        () -> {
          take(limit, 1, what);
          return work.get();
        });
  }

  private void take(StrangerLimit limit, int cost, String what) {
    try {
      limit.take(asker.findNetwork(), cost);
    } catch (Refused tooOften) {
      log.write(SecurityEvent.ASKED_TOO_OFTEN, Optional.empty(), what, asker.request());
      throw tooOften;
    }
  }
}
