package de.lokalwillkommen.core.waitlist;

import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.offices.OfficeFixture.LETTERS;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.BookingDesk;
import de.lokalwillkommen.core.booking.BookingOffice;
import de.lokalwillkommen.core.booking.BookingWish;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.booking.SlotQuery;
import de.lokalwillkommen.core.kernel.DomainEvent;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.offices.BookingTerms;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.ticketing.Actor;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * Any steps in any order: no slot is lost, none is given twice, and the order of the list is kept
 * among the entries that a slot suits.
 */
class WaitlistPropertyTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Duration HALF = Duration.ofMinutes(30);
  private static final BookingTerms TERMS = new BookingTerms(60, 8, 48, true, null);

  /** The steps. */
  private enum Step {
    BOOK,
    BOOK_AGAIN,
    HOLD,
    CANCEL,
    MOVE,
    JOIN,
    JOIN_FOR_AN_EARLIER_ONE,
    LEAVE,
    CLAIM,
    DECLINE,
    LOOK,
    WAIT_A_LITTLE,
    WAIT_LONG
  }

  /**
   * Steps after which a place may have become free; waiting is one of them, as holds and offers
   * expire.
   */
  private static final Set<Step> FREEING =
      EnumSet.of(
          Step.CANCEL,
          Step.MOVE,
          Step.LEAVE,
          Step.DECLINE,
          Step.CLAIM,
          Step.WAIT_A_LITTLE,
          Step.WAIT_LONG);

  /** Two small offices; letters take two slots in Hörde. */
  private static final class World {

    final List<String> wrong = new ArrayList<>();
    final BookingDesk desk =
        new BookingDesk(
            new RecordedEvents() {
              @Override
              public void publish(DomainEvent event) {
                super.publish(event);
                if (event.name().equals("offer.made")) {
                  judge(event.subject());
                }
              }
            },
            office(OfficeFixture.hoerde()).withSlots(LETTERS, 2),
            office(OfficeFixture.eving()));
    final List<Slot.Id> slots =
        Stream.of("hoerde", "eving")
            .flatMap(
                office ->
                    Stream.of(1, 1.5, 5, 5.5, 169.0, 169.5, 173.0, 173.5)
                        .map(h -> TEN.plus(Duration.ofMinutes(Math.round(h.doubleValue() * 60))))
                        .map(start -> new Slot.Id(office, start)))
            .toList();

    World() {
      desk.with("hoerde", BookingOffice.hours(DayOfWeek.MONDAY, 15, 16, 2))
          .with("hoerde", BookingOffice.hours(DayOfWeek.MONDAY, 11, 12, 1))
          .with("eving", BookingOffice.hours(DayOfWeek.MONDAY, 11, 12, 1))
          .with("eving", BookingOffice.hours(DayOfWeek.MONDAY, 15, 16, 1));
    }

    private static Office office(Office office) {
      return office.withBookingTerms(TERMS);
    }

    /** Checks an offer: no earlier entry that it would have suited was passed over. */
    private void judge(long offerId) {
      SlotOffer offer = desk.waitlist.findOffer(offerId).orElseThrow();
      WaitlistEntry lucky = desk.waitlist.findEntry(offer.entry()).orElseThrow();
      desk.waitlist.listWaiting().stream()
          .filter(earlier -> earlier.id() < lucky.id())
          // an entry that needs fewer slots may have no use for the part that has become free
          .filter(e -> slotsOf(e, offer.office()) == slotsOf(lucky, offer.office()))
          .filter(earlier -> wouldLike(earlier, offer.office(), offer.start()))
          .forEach(earlier -> wrong.add(earlier.id() + " was passed over for " + lucky.id()));
    }

    private static int slotsOf(WaitlistEntry entry, String office) {
      return entry.topic().equals(LETTERS) && office.equals("hoerde") ? 2 : 1;
    }

    /** Whether a time suits an entry, from the wording of the requirements. */
    private boolean wouldLike(WaitlistEntry entry, String office, Instant start) {
      var there = start.atZone(OfficeFixture.BERLIN);
      boolean asked =
          desk.waitlist.listOffersTo(entry.id()).stream()
              .anyMatch(
                  o ->
                      o.isOpenAt(desk.clock.instant())
                          || o.office().equals(office) && o.start().equals(start));
      boolean better =
          entry
              .appointment()
              .flatMap(desk.appointments::find)
              .map(a -> a.status() == AppointmentStatus.BOOKED && start.isBefore(a.start()))
              .orElse(true);
      return !asked
          && better
          && entry.offices().contains(office)
          && !there.toLocalDate().isBefore(entry.firstDay())
          && !there.toLocalDate().isAfter(entry.lastDay())
          && entry.partOfDay().includes(there.toLocalTime());
    }

    void happens(int number) {
      Step step = Step.values()[number % Step.values().length];
      int which = number / Step.values().length;
      Map<Slot.Id, Integer> before = free();
      try {
        happens(step, which);
        Statistics.label("step").collect(step);
      } catch (Refused refused) {
        Statistics.label("step").collect(step + " refused");
      }
      assertThat(wrong).isEmpty();
      assertNothingIsLost();
      assertNothingIsGivenTwice();
      assertNoEntryWaitsInVain();
      if (FREEING.contains(step)) {
        assertNoEntryWantsAFreePlace(before);
      }
    }

    private void happens(Step step, int which) {
      switch (step) {
        case BOOK, BOOK_AGAIN -> desk.booked(wish(which));
        case HOLD -> desk.booking.hold(wish(which));
        case CANCEL -> desk.booking.cancel(appointment(which).code(), Actor.VISITOR);
        case MOVE -> desk.booking.move(appointment(which).code(), slot(which / 7), Channel.OUTSIDE);
        case JOIN -> desk.waiting.join(waiting(which, Optional.empty()));
        case JOIN_FOR_AN_EARLIER_ONE ->
            desk.waiting.join(waiting(which, Optional.of(appointment(which).code())));
        case LEAVE -> desk.waiting.leave(entry(which).code());
        case CLAIM -> desk.waiting.claim(offer(which));
        case DECLINE -> desk.waiting.decline(offer(which));
        case LOOK -> desk.waiting.look(entry(which).code());
        case WAIT_A_LITTLE -> desk.clock.passes(Duration.ofMinutes(1 + which % 20));
        case WAIT_LONG -> desk.clock.passes(Duration.ofMinutes(30 + which % 300));
      }
    }

    private Slot.Id slot(int which) {
      return slots.get(which % slots.size());
    }

    private BookingWish wish(int which) {
      return new BookingWish(
          slot(which),
          which % 3 == 0 ? LETTERS : HOUSING,
          "de",
          Channel.KIOSK,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    private WaitlistWish waiting(int which, Optional<BookingCode> instead) {
      List<Set<String>> where =
          List.of(Set.of("hoerde"), Set.of("eving"), Set.of("hoerde", "eving"));
      return new WaitlistWish(
          which % 3 == 0 ? LETTERS : HOUSING,
          "de",
          where.get(which / 3 % 3),
          TODAY.plusDays(which / 9 % 2 * 3L),
          TODAY.plusDays(10),
          PartOfDay.values()[which / 18 % 3],
          instead,
          Optional.empty(),
          Optional.empty());
    }

    private Appointment appointment(int which) {
      return pick(
          desk.appointments.list().stream()
              .filter(a -> a.channel() != Channel.WAITLIST || a.wasConfirmed())
              .toList(),
          which);
    }

    private WaitlistEntry entry(int which) {
      return pick(desk.waitlist.listWaiting(), which);
    }

    private String offer(int which) {
      List<SlotOffer> all = desk.waitlist.listOffers();
      List<SlotOffer> open = all.stream().filter(SlotOffer::isOpen).toList();
      // now and then an offer that has expired
      boolean any = open.isEmpty() || which % 5 == 0;
      return BookingOffice.KEY.tokenFor("offer", pick(any ? all : open, which).id());
    }

    private static <T> T pick(List<T> all, int which) {
      if (all.isEmpty()) {
        throw nothing();
      }
      return all.get(which % all.size());
    }

    private static Refused nothing() {
      return Refusal.of(Kind.UNKNOWN, "nothing").asException();
    }

    /** How often each slot can be booked, as a visitor who needs half an hour finds them. */
    private Map<Slot.Id, Integer> free() {
      return Stream.of("hoerde", "eving")
          .flatMap(
              office ->
                  desk
                      .finding
                      .list(SlotQuery.in(office, HOUSING, "de", Channel.KIOSK, SlotQuery.MOST))
                      .stream())
          .collect(Collectors.toMap(Slot::id, Slot::free, Integer::sum, FreeSlots::new));
    }

    /**
     * Every place that the rules offer is either found by a search or claimed by an appointment.
     */
    private void assertNothingIsLost() {
      Map<Slot.Id, Integer> found = free();
      List<Appointment> taking = taking();
      for (Slot.Id slot : slots) {
        boolean begun = !slot.start().isAfter(desk.clock.instant());
        int expected = begun ? 0 : desks(slot) - takenAt(slot, taking);
        assertThat(found.getOrDefault(slot, 0)).as(slot.toString()).isEqualTo(expected);
      }
    }

    private static int desks(Slot.Id slot) {
      boolean afternoon = slot.start().atZone(OfficeFixture.BERLIN).getHour() == 15;
      return slot.office().equals("hoerde") && afternoon ? 2 : 1;
    }

    private static int takenAt(Slot.Id slot, List<Appointment> taking) {
      Instant end = slot.start().plus(HALF);
      return (int)
          taking.stream()
              .filter(a -> a.office().equals(slot.office()))
              .filter(a -> a.start().isBefore(end) && a.end().isAfter(slot.start()))
              .count();
    }

    private List<Appointment> taking() {
      return desk.appointments.list().stream()
          .filter(a -> AppointmentStatus.TAKING.contains(a.status()))
          .toList();
    }

    /** Claims are those of the appointments; an offer holds its place for one person alone. */
    private void assertNothingIsGivenTwice() {
      assertThat(desk.appointments.listClaims())
          .containsExactlyInAnyOrderElementsOf(
              taking().stream().flatMap(a -> a.place().cells().map(cell -> a.id())).toList());
      List<SlotOffer> open = desk.waitlist.listOffers().stream().filter(SlotOffer::isOpen).toList();
      assertThat(open).extracting(SlotOffer::entry).doesNotHaveDuplicates();
      assertThat(open).extracting(SlotOffer::appointment).doesNotHaveDuplicates();
      assertThat(open.stream().map(SlotOffer::appointment))
          .as("what is kept for an offer")
          .containsExactlyInAnyOrderElementsOf(
              taking().stream()
                  .filter(a -> a.channel() == Channel.WAITLIST && !a.wasConfirmed())
                  .map(Appointment::id)
                  .toList());
    }

    /** An entry whose appointment is gone has an open offer. */
    private void assertNoEntryWaitsInVain() {
      assertThat(desk.waitlist.listWaiting())
          .filteredOn(
              entry ->
                  entry
                      .appointment()
                      .flatMap(desk.appointments::find)
                      .filter(a -> a.status() != AppointmentStatus.BOOKED)
                      .isPresent())
          .allMatch(
              entry -> desk.waitlist.listOffersTo(entry.id()).stream().anyMatch(SlotOffer::isOpen));
    }

    /** A place that has just become free, and stays free, suits no waiting entry. */
    private void assertNoEntryWantsAFreePlace(Map<Slot.Id, Integer> before) {
      free()
          .forEach(
              (slot, count) -> {
                boolean freed = count > before.getOrDefault(slot, 0);
                boolean inTime =
                    ClaimWindow.until(slot.start(), desk.clock.instant(), OfficeFixture.BERLIN)
                        .isPresent();
                if (freed && inTime) {
                  assertThat(desk.waitlist.listWaiting())
                      .filteredOn(entry -> slotsOf(entry, slot.office()) == 1)
                      .noneMatch(entry -> wouldLike(entry, slot.office(), slot.start()));
                }
              });
    }
  }

  /** Slots in the order of their identifiers. */
  private static final class FreeSlots extends TreeMap<Slot.Id, Integer> {

    private static final long serialVersionUID = 1;

    FreeSlots() {
      super(Comparator.comparing(Slot.Id::toString));
    }
  }

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(label = "step", onFailureOnly = true)
  void inAnySequenceNothingIsLostOrGivenTwiceAndTheOrderIsKept(
      @ForAll @Size(min = 20, max = 80) List<@IntRange(max = 1_000_000) Integer> script) {
    World world = new World();
    // a few early bookings, so that there are some to cancel
    IntStream.range(0, 10)
        .forEach(i -> world.happens(Step.values().length * (i + 4) + Step.BOOK.ordinal()));

    script.forEach(world::happens);
  }
}
