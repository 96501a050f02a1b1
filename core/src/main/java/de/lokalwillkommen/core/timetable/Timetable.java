package de.lokalwillkommen.core.timetable;

import de.lokalwillkommen.core.kernel.BusinessDay;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When an office has time for appointments, computed from its rules at each call. It does not know
 * the bookings.
 */
public final class Timetable {

  private final Office office;
  private final ZoneId zone;
  private final Predicate<LocalDate> closed;
  private final List<Availability> rules;
  private final List<AvailabilityException> exceptions;

  /** The timetable of an office under these rules and exceptions. */
  public Timetable(
      Office office, Collection<Availability> rules, Collection<AvailabilityException> exceptions) {
    this.office = office;
    this.zone = office.zone();
    this.closed = office.hours()::isClosedOn;
    this.rules =
        rules.stream()
            .filter(r -> !r.isRemoved())
            .sorted(Comparator.comparing(Availability::speciality).reversed())
            .toList();
    this.exceptions = List.copyOf(exceptions);
  }

  /**
   * What a visitor looks for.
   *
   * @param topic the topic
   * @param language BCP 47 tag
   * @param share the desks that may be booked
   * @param now the time of the search
   */
  public record Wish(Topic topic, String language, Share share, Instant now) {}

  /**
   * The desks that a rule offers for a period.
   *
   * @param availability the identifier of the rule
   * @param start the first instant
   * @param end the first instant after it
   * @param count the number of desks, 0 if an exception leaves none
   */
  record OpenDesks(long availability, Instant start, Instant end, int count) {}

  /**
   * All places of a day that fit a wish, those of the most specialised rules first; the desks of
   * one rule at one time are grouped.
   */
  public List<List<Place>> placesOn(LocalDate day, Wish wish) {
    return holdingOn(day)
        .filter(rule -> rule.serves(wish.topic().id(), wish.language()))
        .flatMap(rule -> starts(rule, day, wish).map(start -> places(rule, start, day, wish)))
        .filter(places -> !places.isEmpty())
        .toList();
  }

  /** All desks of a day, for all topics and languages. */
  List<OpenDesks> desksOn(LocalDate day) {
    return holdingOn(day).flatMap(rule -> desks(rule, day)).toList();
  }

  /** Whether the rule of a place has hours for it, for a topic in a language, at any desk. */
  public boolean covers(Place place, String topic, String language) {
    LocalDate day = dayOf(place.start());
    return holdingOn(day)
        .anyMatch(
            r ->
                r.id() == place.availability()
                    && r.serves(topic, language)
                    && !place.start().isBefore(r.begin(day, zone))
                    && !place.end().isAfter(endOf(r, day)));
  }

  /** The day of an instant, by the clock of the office. */
  public LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  BusinessDay day(LocalDate date) {
    return new BusinessDay(date, zone);
  }

  private Stream<Availability> holdingOn(LocalDate day) {
    return closed.test(day) ? Stream.empty() : rules.stream().filter(r -> r.holdsOn(day));
  }

  /** An office that is ordered to close earlier on a day has no time for appointments after it. */
  private Instant endOf(Availability rule, LocalDate day) {
    Instant end = rule.end(day, zone);
    return office.hours().earlierClosing(day).filter(end::isAfter).orElse(end);
  }

  /** The periods between which the number of desks may change. */
  private Stream<OpenDesks> desks(Availability rule, LocalDate day) {
    Instant begin = rule.begin(day, zone);
    Instant end = endOf(rule, day);
    List<Instant> bounds =
        Stream.concat(
                Stream.of(begin, end),
                exceptions.stream().filter(e -> e.day().equals(day)).flatMap(e -> e.bounds(zone)))
            .filter(at -> !at.isBefore(begin) && !at.isAfter(end))
            .distinct()
            .sorted()
            .toList();
    return IntStream.range(1, bounds.size())
        .mapToObj(
            i -> {
              Instant from = bounds.get(i - 1);
              Instant until = bounds.get(i);
              return new OpenDesks(rule.id(), from, until, desksLeft(rule, from, until, day));
            });
  }

  private Stream<Instant> starts(Availability rule, LocalDate day, Wish wish) {
    Duration slot = Duration.ofMinutes(rule.slotMinutes());
    Duration length = lengthOf(rule, wish.topic());
    Instant end = endOf(rule, day);
    // by elapsed time from the beginning: on days with a clock change there are fewer or more slots
    return Stream.iterate(
            rule.begin(day, zone), s -> !s.plus(length).isAfter(end), s -> s.plus(slot))
        .filter(start -> start.isAfter(wish.now()));
  }

  private List<Place> places(Availability rule, Instant start, LocalDate day, Wish wish) {
    Instant end = start.plus(lengthOf(rule, wish.topic()));
    int last = Math.min(lastDesk(rule, start, wish), desksLeft(rule, start, end, day));
    return IntStream.rangeClosed(1, last)
        // staff takes the desks kept for staff first
        .map(desk -> wish.share() == Share.INTERNAL ? last + 1 - desk : desk)
        .mapToObj(desk -> new Place(rule.id(), desk, start, end))
        .toList();
  }

  private int lastDesk(Availability rule, Instant start, Wish wish) {
    return switch (wish.share()) {
      case PUBLIC ->
          rule.lastPublicDesk(office.bookingTerms().isLateShareOpen(start, wish.now(), zone));
      case INTERNAL -> rule.desks();
    };
  }

  private int desksLeft(Availability rule, Instant start, Instant end, LocalDate day) {
    return exceptions.stream()
        .filter(e -> e.day().equals(day) && e.touches(start, end, zone))
        .mapToInt(AvailabilityException::desks)
        .reduce(rule.desks(), Math::min);
  }

  private Duration lengthOf(Availability rule, Topic topic) {
    Duration slot = Duration.ofMinutes(rule.slotMinutes());
    return slot.multipliedBy(office.slotsFor(topic, slot));
  }
}
