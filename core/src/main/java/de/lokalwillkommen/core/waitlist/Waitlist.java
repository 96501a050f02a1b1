package de.lokalwillkommen.core.waitlist;

import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.CodesInUse;
import de.lokalwillkommen.core.kernel.RequestKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The people who wait for an appointment, and their offers. */
public interface Waitlist extends CodesInUse {

  /** Whether no entry is waiting. Does not flush pending changes. */
  boolean isEmpty();

  void add(WaitlistEntry entry);

  void add(SlotOffer offer);

  Optional<WaitlistEntry> find(BookingCode code);

  @Override
  default boolean isInUse(BookingCode code) {
    return find(code).isPresent();
  }

  Optional<WaitlistEntry> findEntry(long id);

  /** Rereads an entry that was read before the lock across offices was taken. */
  WaitlistEntry getAgain(WaitlistEntry seen);

  /** Rereads an offer that was read before the lock across offices was taken. */
  SlotOffer getAgain(SlotOffer seen);

  Optional<WaitlistEntry> findByRequest(RequestKey key);

  /** The waiting entry for that appointment. */
  Optional<WaitlistEntry> findWaitingFor(long appointment);

  /** The last entry for that appointment that was withdrawn later than an instant. */
  Optional<WaitlistEntry> findLeftFor(long appointment, Instant after);

  /** The waiting entries, in the order in which they joined. */
  List<WaitlistEntry> listWaiting();

  /** The waiting entries whose last day is before that day, or that joined before an instant. */
  List<WaitlistEntry> listEndedBefore(LocalDate day, Instant joined);

  Optional<SlotOffer> findOffer(long id);

  /** The offer whose slot an appointment holds. */
  Optional<SlotOffer> findOfferHeldBy(long appointment);

  /** The identifiers of the entries with an open offer at an instant. */
  Set<Long> listEntriesWithOpenOffer(Instant now);

  /** The identifiers of the entries that were ever offered that time in an office. */
  Set<Long> listEntriesOffered(String office, Instant start);

  /** All offers ever made to an entry. */
  List<SlotOffer> listOffersTo(long entry);
}
