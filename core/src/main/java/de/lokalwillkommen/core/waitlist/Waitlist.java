package de.lokalwillkommen.core.waitlist;

import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.CodesInUse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who waits for an appointment, and what they have been offered. */
public interface Waitlist extends CodesInUse {

  /** Whether nobody waits. Writes nothing that has not been written yet. */
  boolean isEmpty();

  void add(WaitlistEntry entry);

  void add(SlotOffer offer);

  Optional<WaitlistEntry> find(BookingCode code);

  @Override
  default boolean isInUse(BookingCode code) {
    return find(code).isPresent();
  }

  Optional<WaitlistEntry> findEntry(long id);

  /** An entry read before it was one's turn, as it is now. */
  WaitlistEntry getAgain(WaitlistEntry seen);

  /** An offer read before it was one's turn, as it is now. */
  SlotOffer getAgain(SlotOffer seen);

  Optional<WaitlistEntry> findByRequest(String requestKey);

  /** The waiting entry of somebody with that appointment. */
  Optional<WaitlistEntry> findWaitingFor(long appointment);

  /** The last entry for that appointment that was withdrawn later than an instant. */
  Optional<WaitlistEntry> findLeftFor(long appointment, Instant after);

  /** Who waits, in the order in which they joined. */
  List<WaitlistEntry> listWaiting();

  /** Waiting entries whose last day is before that one, or who have joined before an instant. */
  List<WaitlistEntry> listEndedBefore(LocalDate day, Instant joined);

  Optional<SlotOffer> findOffer(long id);

  /** The offer whose slot an appointment holds. */
  Optional<SlotOffer> findOfferHeldBy(long appointment);

  /** The identifiers of the entries that have an offer to answer at an instant. */
  Set<Long> listEntriesWithOpenOffer(Instant now);

  /** The identifiers of the entries that were ever offered that time in an office. */
  Set<Long> listEntriesOffered(String office, Instant start);

  /** Everything that was ever offered to an entry. */
  List<SlotOffer> listOffersTo(long entry);
}
