package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OpeningHours;
import de.lokalwillkommen.core.offices.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When an office has time for appointments, computed from its rules whenever it is asked. It knows
 * nothing of who has booked what; see {@link Occupancy}.
 */
final class Timetable {

  private final Office office;
  private final OpeningHours hours;
  private final ZoneId zone;
  private final List<Availability> rules;
  private final List<AvailabilityException> exceptions;

  Timetable(
      Office office, Collection<Availability> rules, Collection<AvailabilityException> exceptions) {
    this.office = office;
    this.hours = office.hours();
    this.zone = office.zone();
    this.rules =
        rules.stream()
            .filter(r -> !r.isRemoved())
            .sorted(Comparator.comparing(Availability::speciality).reversed())
            .toList();
    this.exceptions = List.copyOf(exceptions);
  }

  /**
   * What somebody looks for.
   *
   * @param topic on what
   * @param language in which
   * @param share who looks
   * @param now when they look
   */
  record Wish(Topic topic, String language, Share share, Instant now) {}

  /** All places of a day that would serve, those of the most special rules first. */
  List<Place> placesOn(LocalDate day, Wish wish) {
    if (hours.isClosedOn(day)) {
      return List.of();
    }
    List<Place> places = new ArrayList<>();
    for (Availability rule : rules) {
      if (rule.holdsOn(day) && rule.serves(wish.topic().id(), wish.language())) {
        starts(rule, day, wish).forEach(start -> places.addAll(desks(rule, start, day, wish)));
      }
    }
    return places;
  }

  /**
   * Whether the rules offer a place for a topic in a language, to anybody and for appointments of
   * any length.
   */
  boolean offers(Place place, String topic, String language) {
    LocalDate day = place.start().atZone(zone).toLocalDate();
    return !hours.isClosedOn(day)
        && rules.stream()
            .anyMatch(
                r ->
                    r.id() == place.availability()
                        && r.holdsOn(day)
                        && r.serves(topic, language)
                        && place.desk() <= desksLeft(r, place.start(), place.end(), day)
                        && !place.start().isBefore(r.begin(day, zone))
                        && !place.end().isAfter(r.end(day, zone)));
  }

  private Stream<Instant> starts(Availability rule, LocalDate day, Wish wish) {
    Duration slot = Duration.ofMinutes(rule.slotMinutes());
    Duration length = lengthOf(rule, wish.topic());
    Instant end = rule.end(day, zone);
    // by elapsed time from the beginning: on the days the clocks change there are fewer or more
    return Stream.iterate(
            rule.begin(day, zone), s -> !s.plus(length).isAfter(end), s -> s.plus(slot))
        .filter(start -> start.isAfter(wish.now()));
  }

  private List<Place> desks(Availability rule, Instant start, LocalDate day, Wish wish) {
    Instant end = start.plus(lengthOf(rule, wish.topic()));
    int last = Math.min(lastDesk(rule, start, wish), desksLeft(rule, start, end, day));
    return IntStream.rangeClosed(1, last)
        // staff first takes what is kept for staff
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
