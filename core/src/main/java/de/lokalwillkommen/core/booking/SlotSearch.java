package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.BusinessDay;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeArrangements;
import de.lokalwillkommen.core.timetable.Availabilities;
import de.lokalwillkommen.core.timetable.Place;
import de.lokalwillkommen.core.timetable.Timetable;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds free places by comparing the timetable with the places taken. It reads week by week, as
 * most searches find a slot in the first week.
 */
@Dependent
public class SlotSearch {

  private static final int DAYS_AT_ONCE = 7;

  private final Availabilities availabilities;
  private final Appointments appointments;
  private final OfficeArrangements arrangements;

  @Inject
  SlotSearch(
      Availabilities availabilities, Appointments appointments, OfficeArrangements arrangements) {
    this.availabilities = availabilities;
    this.appointments = appointments;
    this.arrangements = arrangements;
  }

  /** The first free slots that begin between two instants, the earliest first. */
  public List<Slot> list(Office office, Timetable.Wish wish, Instant from, Instant to, int limit) {
    List<Slot> found = new ArrayList<>();
    LocalDate last = lastDay(office, wish, to);
    LocalDate day = dayOf(office, from.isAfter(wish.now()) ? from : wish.now());
    Timetable timetable = timetable(office, day, last);
    while (!day.isAfter(last) && found.size() < limit) {
      LocalDate until = day.plusDays(DAYS_AT_ONCE - 1L);
      Vacancies vacancies =
          new Vacancies(timetable, day, until, taken(office, day, until, place -> true));
      for (;
          !day.isAfter(until) && !day.isAfter(last) && found.size() < limit;
          day = day.plusDays(1)) {
        vacancies.on(day, wish).values().stream()
            .map(places -> slot(office, places))
            .filter(s -> !s.start().isBefore(from) && s.start().isBefore(to))
            .limit(limit - found.size())
            .forEach(found::add);
      }
    }
    return found;
  }

  /**
   * A free slot for each of some wishes: the earliest that is left when those before it have taken
   * theirs, so that all can be booked together.
   *
   * @param first the first day on which they may begin
   */
  List<Optional<Slot>> listOneEach(Office office, List<Timetable.Wish> wishes, LocalDate first) {
    List<Optional<Slot>> found =
        new ArrayList<>(Collections.nCopies(wishes.size(), Optional.empty()));
    if (wishes.isEmpty()) {
      return found;
    }
    LocalDate last = office.bookingTerms().lastDay(wishes.get(0).now(), office.zone());
    for (LocalDate day = first;
        !day.isAfter(last) && found.contains(Optional.<Slot>empty());
        day = day.plusDays(DAYS_AT_ONCE)) {
      LocalDate until = earlier(day.plusDays(DAYS_AT_ONCE - 1L), last);
      Vacancies vacancies =
          new Vacancies(
              timetable(office, day, until), day, until, taken(office, day, until, place -> true));
      for (int i = 0; i < wishes.size(); i++) {
        if (found.get(i).isEmpty()) {
          found.set(
              i, vacancies.takeFirst(wishes.get(i)).map(place -> slot(office, List.of(place))));
        }
      }
    }
    return found;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /**
   * A free place that begins at an instant. The caller holds the lock on the office's book and is
   * about to take the place.
   *
   * @param own a place that counts as free, since the caller would release it
   */
  public Optional<Place> find(
      Office office, Timetable.Wish wish, Instant start, Optional<Place> own) {
    LocalDate day = dayOf(office, start);
    // the office was read before the book was locked: it may have been closed since
    if (day.isAfter(office.bookingTerms().lastDay(wish.now(), office.zone()))
        || arrangements.isClosed(office.id(), day)) {
      return Optional.empty();
    }
    List<Place> taken = taken(office, day, day, p -> own.filter(p::equals).isEmpty());
    Optional<Instant> closes = earlierClosing(office, day, wish.now());
    return new Vacancies(timetable(office, day, day), day, day, taken)
        .on(day, wish).getOrDefault(start, List.of()).stream()
            .filter(place -> closes.filter(place.end()::isAfter).isEmpty())
            .findFirst();
  }

  /** When the office is ordered to close earlier today, regardless of the cache. */
  private Optional<Instant> earlierClosing(Office office, LocalDate day, Instant now) {
    return Optional.of(day)
        .filter(dayOf(office, now)::equals)
        .map(today -> arrangements.ordersOf(office.id(), today))
        .flatMap(orders -> office.hoursUnder(orders).earlierClosing(day));
  }

  /**
   * The free places at every time at which {@code freed} has added one, compared with the same day
   * as if it were still taken; places on the freed desk first. Another desk may be free instead, as
   * desks may have been removed since the booking.
   */
  public List<Place> listGainedBy(Office office, Timetable.Wish wish, Place freed) {
    LocalDate day = dayOf(office, freed.start());
    // the office was read before the book was locked: it may have been closed since
    if (arrangements.isClosed(office.id(), day)) {
      return List.of();
    }
    Timetable timetable = timetable(office, day, day);
    List<Place> taken = taken(office, day, day, place -> true);
    // a place that overlaps on that desk was taken after the freed one
    Stream<Place> others = taken.stream().filter(place -> !place.overlaps(freed));
    List<Place> takenBefore = Stream.concat(others, Stream.of(freed)).toList();
    Map<Instant, List<Place>> before =
        new Vacancies(timetable, day, day, takenBefore).on(day, wish);
    return new Vacancies(timetable, day, day, taken)
        .on(day, wish).values().stream()
            .filter(
                places -> places.size() > before.getOrDefault(startOf(places), List.of()).size())
            .flatMap(List::stream)
            .sorted(Comparator.comparing(place -> !place.overlaps(freed)))
            .toList();
  }

  /** The rules and exceptions of some days. */
  Timetable timetable(Office office, LocalDate first, LocalDate last) {
    return new Timetable(
        office,
        availabilities.listRules(office.id()),
        availabilities.listExceptions(office.id(), first, last));
  }

  private static Slot slot(Office office, List<Place> places) {
    return new Slot(office.id(), startOf(places), places.get(0).end(), places.size());
  }

  private static Instant startOf(List<Place> places) {
    return places.get(0).start();
  }

  private List<Place> taken(
      Office office, LocalDate first, LocalDate last, Predicate<Place> counts) {
    Instant begin = new BusinessDay(first, office.zone()).begin();
    Instant end = new BusinessDay(last, office.zone()).end();
    return appointments.listTaken(office.id(), begin, end).stream().filter(counts).toList();
  }

  private static LocalDate lastDay(Office office, Timetable.Wish wish, Instant to) {
    LocalDate bookable = office.bookingTerms().lastDay(wish.now(), office.zone());
    LocalDate wanted = dayOf(office, to.minus(Duration.ofNanos(1)));
    return earlier(wanted, bookable);
  }

  private static LocalDate dayOf(Office office, Instant instant) {
    return office.dayOf(instant).date();
  }
}
