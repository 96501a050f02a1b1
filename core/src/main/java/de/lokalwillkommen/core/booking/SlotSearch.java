package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.offices.Office;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds free places by holding the timetable against what is taken. It reads week by week, as most
 * who look find something in the first.
 */
@Dependent
class SlotSearch {

  private static final int DAYS_AT_ONCE = 7;

  private final Availabilities availabilities;
  private final Appointments appointments;

  @Inject
  SlotSearch(Availabilities availabilities, Appointments appointments) {
    this.availabilities = availabilities;
    this.appointments = appointments;
  }

  /** The first free slots that begin between two instants, the earliest first. */
  List<Slot> list(Office office, Timetable.Wish wish, Instant from, Instant to, int limit) {
    List<Slot> found = new ArrayList<>();
    LocalDate last = lastDay(office, wish, to);
    LocalDate day = dayOf(office, from.isAfter(wish.now()) ? from : wish.now());
    Timetable timetable = timetable(office, day, last);
    while (!day.isAfter(last) && found.size() < limit) {
      LocalDate until = day.plusDays(DAYS_AT_ONCE - 1L);
      Occupancy taken = occupancy(office, day, until, p -> true);
      for (;
          !day.isAfter(until) && !day.isAfter(last) && found.size() < limit;
          day = day.plusDays(1)) {
        slotsOn(office, day, wish, timetable, taken).stream()
            .filter(s -> !s.start().isBefore(from) && s.start().isBefore(to))
            .limit(limit - found.size())
            .forEach(found::add);
      }
    }
    return found;
  }

  /**
   * A free place that begins at an instant.
   *
   * @param own a place that counts as free, as whoever asks would give it up
   */
  Optional<Place> find(Office office, Timetable.Wish wish, Instant start, Optional<Place> own) {
    LocalDate day = dayOf(office, start);
    if (day.isAfter(office.bookingTerms().lastDay(wish.now(), office.zone()))) {
      return Optional.empty();
    }
    Occupancy taken = occupancy(office, day, day, p -> !own.filter(p::equals).isPresent());
    return timetable(office, day, day).placesOn(day, wish).stream()
        .filter(p -> p.start().equals(start) && taken.isFree(p))
        .findFirst();
  }

  /** Free places on the desk, and at least partly in the time, of one that has become free. */
  List<Place> listWithin(Office office, Timetable.Wish wish, Place freed) {
    LocalDate day = dayOf(office, freed.start());
    Occupancy taken = occupancy(office, day, day, p -> true);
    return timetable(office, day, day).placesOn(day, wish).stream()
        .filter(p -> p.overlaps(freed) && taken.isFree(p))
        .toList();
  }

  /** The rules and exceptions of some days. */
  Timetable timetable(Office office, LocalDate first, LocalDate last) {
    return new Timetable(
        office,
        availabilities.listRules(office.id()),
        availabilities.listExceptions(office.id(), first, last));
  }

  private static List<Slot> slotsOn(
      Office office, LocalDate day, Timetable.Wish wish, Timetable timetable, Occupancy taken) {
    Map<Instant, Slot> slots = new TreeMap<>();
    for (Place place : timetable.placesOn(day, wish)) {
      if (taken.isFree(place)) {
        slots.merge(
            place.start(),
            new Slot(office.id(), place.start(), place.end(), 1),
            (first, more) ->
                new Slot(first.office(), first.start(), first.end(), first.free() + 1));
      }
    }
    return List.copyOf(slots.values());
  }

  private Occupancy occupancy(
      Office office, LocalDate first, LocalDate last, Predicate<Place> counts) {
    Instant begin = first.atStartOfDay(office.zone()).toInstant();
    Instant end = last.plusDays(1).atStartOfDay(office.zone()).toInstant();
    return new Occupancy(
        appointments.listTaken(office.id(), begin, end).stream().filter(counts).toList());
  }

  private static LocalDate lastDay(Office office, Timetable.Wish wish, Instant to) {
    LocalDate bookable = office.bookingTerms().lastDay(wish.now(), office.zone());
    LocalDate wanted = dayOf(office, to.minus(Duration.ofNanos(1)));
    return wanted.isBefore(bookable) ? wanted : bookable;
  }

  private static LocalDate dayOf(Office office, Instant instant) {
    return office.dayOf(instant).date();
  }
}
