package de.lokalwillkommen.core.waitlist;

import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.NotedState;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.storage.NeedsDiskSpace;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What staff does with the waitlist of their office, for visitors who call or stand at the counter.
 * Others' entries are unknown to them.
 */
@UseCase
public class WaitlistByStaff {

  private UsingWaitlist using;
  private Waitlist waitlist;
  private OfferTokens tokens;
  private DomainEvents events;
  private Clock clock;

  protected WaitlistByStaff() {}

  @Inject
  WaitlistByStaff(
      UsingWaitlist using,
      Waitlist waitlist,
      OfferTokens tokens,
      DomainEvents events,
      Clock clock) {
    this.using = using;
    this.waitlist = waitlist;
    this.tokens = tokens;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The people who wait for a time in the office of {@code me}, in the order in which they joined.
   *
   * @throws Refused {@code UNKNOWN} for a person who works in no office
   */
  public List<WaitingView> list(SignedIn me) {
    String office = officeOf(me);
    return waitlist.listWaiting().stream()
        .filter(entry -> entry.wantsIn(office))
        .map(entry -> WaitingView.of(entry, findOpenOffer(entry)))
        .toList();
  }

  /**
   * Adds a person who waits for a time in the office.
   *
   * @return the code by which the visitor looks at the entry and leaves
   * @throws Refused as {@link UsingWaitlist#join}; {@code UNKNOWN} for another office
   */
  @NeedsDiskSpace
  public BookingCode add(SignedIn me, WaitlistWish wish) {
    if (!wish.offices().contains(officeOf(me))) {
      throw unknown();
    }
    UsingWaitlist.Joined joined = using.join(wish);
    WaitlistEntry entry = get(me, joined.entry().code());
    if (joined.isNew()) {
      write(me, entry, "ADD", "", stateOf(entry));
    }
    return entry.code();
  }

  /**
   * Takes a person off the waitlist; doing so again changes nothing. An open offer goes to the
   * next.
   *
   * @throws Refused {@code UNKNOWN} entry, or one of other offices
   */
  public void remove(SignedIn me, BookingCode code) {
    WaitlistEntry entry = get(me, code);
    if (entry.isWaiting()) {
      String before = stateOf(entry);
      using.leave(code);
      write(me, entry, "REMOVE", before, "");
    }
  }

  /**
   * Takes the open offer of a person back, who stays on the waitlist; the offer goes to the next.
   *
   * @throws Refused {@code UNKNOWN} entry, or one of other offices; {@code GONE} if there is no
   *     open offer of this office any more
   */
  public void takeBack(SignedIn me, BookingCode code) {
    String office = officeOf(me);
    WaitlistEntry entry = get(me, code);
    SlotOffer offer =
        findOpenOffer(entry)
            .filter(open -> open.office().equals(office))
            .orElseThrow(
                () ->
                    Refusal.of(Kind.GONE, "offer.over")
                        .with("state", OfferStatus.LAPSED.name())
                        .asException());
    using.decline(tokens.view(offer).token());
    write(me, entry, "TAKE_BACK", stateOf(entry), stateOf(entry));
  }

  private Optional<SlotOffer> findOpenOffer(WaitlistEntry entry) {
    Instant now = clock.instant();
    return waitlist.listOffersTo(entry.id()).stream()
        .filter(offer -> offer.isOpenAt(now))
        .findFirst();
  }

  private WaitlistEntry get(SignedIn me, BookingCode code) {
    String office = officeOf(me);
    return waitlist
        .find(code)
        .filter(entry -> entry.offices().contains(office))
        .orElseThrow(WaitlistByStaff::unknown);
  }

  private static String officeOf(SignedIn me) {
    return me.office().filter(me::worksIn).orElseThrow(WaitlistByStaff::unknown);
  }

  private static Refused unknown() {
    return Refusal.of(Kind.UNKNOWN, "waitlist.unknown").asException();
  }

  /** What the history notes: the days, not the topic, the language and the address. */
  private static String stateOf(WaitlistEntry entry) {
    return NotedState.version(1)
        .with("first", entry.firstDay().toString())
        .with("last", entry.lastDay().toString())
        .toString();
  }

  private void write(SignedIn me, WaitlistEntry entry, String action, String before, String after) {
    events.publish(
        new Changed(
            officeOf(me),
            me.asAuthor(),
            "waitlist",
            "" + entry.id(),
            action,
            before,
            after,
            clock.instant()));
  }
}
