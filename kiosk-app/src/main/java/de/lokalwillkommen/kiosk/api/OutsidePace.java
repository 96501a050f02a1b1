package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.core.booking.BookingAppointments;
import de.lokalwillkommen.core.booking.BookingAppointments.Booked;
import de.lokalwillkommen.core.booking.BookingWish;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.KeepingWaitlist;
import de.lokalwillkommen.core.booking.KeepingWaitlist.Joined;
import de.lokalwillkommen.core.booking.WaitlistWish;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.web.app.Installation;
import de.lokalwillkommen.web.pace.Pace;
import de.lokalwillkommen.web.pace.Paces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps whoever books from outside, where nobody can tell one person from another, from taking
 * everything or asking for everything; pages and REST book, join and search through it. All of them
 * together hold forty slots of an office at once and two a minute after that: more than people ask
 * for when a week opens, while a script needs almost two hours for the week of an office with three
 * desks, which staff sees in the day list. They search eight hundred times at once and sixty times
 * a second, an office each time: about half of what a server answers, so that kiosks go on. And
 * they join the waitlist twenty times at once and once a minute. It is also what makes it slow to
 * try whether an address has an open appointment. A request that is only repeated does not count. A
 * kiosk with its token is not concerned; a demonstration does not mind.
 */
@ApplicationScoped
public class OutsidePace {

  private static final int MOST_OFFICES = 1000;
  private static final String BUSY = "booking.busy";

  private final Paces<String> holds =
      new Paces<>(MOST_OFFICES, () -> Pace.of(40, 1, Duration.ofSeconds(30)).refusing(BUSY));
  private final Pace searches = Pace.of(800, 60, Duration.ofSeconds(1));
  private final Pace joinings = Pace.of(20, 1, Duration.ofMinutes(1)).refusing(BUSY);
  private BookingAppointments booking;
  private KeepingWaitlist waitlist;
  private OfficeDirectory offices;
  private Installation installation;

  protected OutsidePace() {}

  @Inject
  public OutsidePace(
      BookingAppointments booking,
      KeepingWaitlist waitlist,
      OfficeDirectory offices,
      Installation installation) {
    this.booking = booking;
    this.waitlist = waitlist;
    this.offices = offices;
    this.installation = installation;
  }

  /**
   * Holds a slot at this pace.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code TOO_OFTEN} if too many have; or as {@link
   *     BookingAppointments#hold} says
   */
  public Booked hold(BookingWish wish) {
    String office = wish.slot().office();
    // an office that does not exist is for the booking to refuse
    if (!isPaced(wish.channel()) || offices.find(office).isEmpty()) {
      return booking.hold(wish);
    }
    return countingOnce(booking.findEarlier(wish), holds.of(office), () -> booking.hold(wish));
  }

  /**
   * Joins the waitlist at this pace.
   *
   * @param channel by which way
   * @throws de.lokalwillkommen.core.kernel.Refused {@code TOO_OFTEN} if too many have; or as {@link
   *     KeepingWaitlist#join} says
   */
  public Joined join(WaitlistWish wish, Channel channel) {
    if (!isPaced(channel)) {
      return waitlist.join(wish);
    }
    return countingOnce(waitlist.findEarlier(wish), joinings, () -> waitlist.join(wish));
  }

  /**
   * Lets somebody search free slots. Every office that is searched costs one, so all of them as
   * many as there are. A page pays for what it always searches before it begins; only the way back
   * to weeks before, whose length nobody knows, is paid step by step.
   *
   * @param here how many searches of one office
   * @param anywhere how many of all offices
   * @throws de.lokalwillkommen.core.kernel.Refused {@code TOO_OFTEN} if there are too many
   */
  public void admitSearches(Channel channel, int here, int anywhere) {
    if (isPaced(channel)) {
      searches.take(anywhere == 0 ? here : here + anywhere * offices.list().size());
    }
  }

  private boolean isPaced(Channel channel) {
    return channel == Channel.OUTSIDE && !installation.isDemo();
  }

  private static <T> T countingOnce(Optional<T> earlier, Pace pace, Supplier<T> work) {
    return earlier.orElseGet(
        () -> {
          pace.take();
          return work.get();
        });
  }
}
