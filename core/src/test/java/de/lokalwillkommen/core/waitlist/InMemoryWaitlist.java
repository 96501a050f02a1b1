package de.lokalwillkommen.core.waitlist;

import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.kernel.InMemoryIds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public class InMemoryWaitlist implements Waitlist {

  private final Map<Long, WaitlistEntry> entries = new LinkedHashMap<>();
  private final Map<Long, SlotOffer> offers = new LinkedHashMap<>();

  @Override
  public boolean isEmpty() {
    return listWaiting().isEmpty();
  }

  @Override
  public void add(WaitlistEntry entry) {
    entries.put(InMemoryIds.give(entry), entry);
  }

  @Override
  public void add(SlotOffer offer) {
    offers.put(InMemoryIds.give(offer), offer);
  }

  @Override
  public Optional<WaitlistEntry> find(BookingCode code) {
    return all(e -> e.code().equals(code)).findFirst();
  }

  @Override
  public Optional<WaitlistEntry> findEntry(long id) {
    return Optional.ofNullable(entries.get(id));
  }

  @Override
  public WaitlistEntry getAgain(WaitlistEntry seen) {
    return seen;
  }

  @Override
  public SlotOffer getAgain(SlotOffer seen) {
    return seen;
  }

  @Override
  public Optional<WaitlistEntry> findByRequest(String requestKey) {
    return all(e -> e.requestKey().filter(requestKey::equals).isPresent()).findFirst();
  }

  @Override
  public Optional<WaitlistEntry> findWaitingFor(long appointment) {
    return waiting()
        .filter(e -> e.appointment().filter(a -> a == appointment).isPresent())
        .findFirst();
  }

  @Override
  public Optional<WaitlistEntry> findLeftFor(long appointment, Instant after) {
    return entries.values().stream()
        .filter(e -> e.status() == WaitlistStatus.LEFT)
        .filter(e -> e.appointment().filter(a -> a == appointment).isPresent())
        .filter(e -> e.endedAt().filter(at -> at.isAfter(after)).isPresent())
        .findFirst();
  }

  @Override
  public List<WaitlistEntry> listWaiting() {
    return waiting().toList();
  }

  @Override
  public List<WaitlistEntry> listEndedBefore(LocalDate day, Instant joined) {
    return waiting()
        .filter(e -> e.lastDay().isBefore(day) || e.joinedAt().isBefore(joined))
        .toList();
  }

  @Override
  public Optional<SlotOffer> findOffer(long id) {
    return Optional.ofNullable(offers.get(id));
  }

  @Override
  public Optional<SlotOffer> findOfferHeldBy(long appointment) {
    return offers.values().stream().filter(o -> o.appointment() == appointment).findFirst();
  }

  @Override
  public Set<Long> listEntriesWithOpenOffer(Instant now) {
    return entriesOf(offer -> offer.isOpenAt(now));
  }

  @Override
  public Set<Long> listEntriesOffered(String office, Instant start) {
    return entriesOf(o -> o.office().equals(office) && o.start().equals(start));
  }

  private Set<Long> entriesOf(Predicate<SlotOffer> wanted) {
    return offers.values().stream()
        .filter(wanted)
        .map(SlotOffer::entry)
        .collect(Collectors.toSet());
  }

  @Override
  public List<SlotOffer> listOffersTo(long entry) {
    return offers.values().stream().filter(o -> o.entry() == entry).toList();
  }

  public List<SlotOffer> listOffers() {
    return List.copyOf(offers.values());
  }

  private Stream<WaitlistEntry> waiting() {
    return all(e -> e.status() == WaitlistStatus.WAITING);
  }

  private Stream<WaitlistEntry> all(Predicate<WaitlistEntry> wanted) {
    return List.copyOf(entries.values()).stream().filter(wanted);
  }
}
