package de.lokalwillkommen.kiosk.booking;

import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.FindingSlots;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.booking.SlotQuery;
import de.lokalwillkommen.core.kernel.BusinessDay;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.kiosk.gate.OutsideLimit;
import de.lokalwillkommen.kiosk.page.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Free times, for one office and for all, in the words of the page's language. Searches from
 * outside are rate-limited; each method here takes the cost of its own searches.
 */
@RequestScoped
public class FreeTimes {

  private static final LocalTime EVENING = LocalTime.of(18, 0);

  private static final int SEARCHES_OF_A_WEEK = 2;

  private FindingSlots finding;
  private OfficeDirectory offices;
  private OutsideLimit outside;
  private Times times;

  protected FreeTimes() {}

  @Inject
  FreeTimes(FindingSlots finding, OfficeDirectory offices, OutsideLimit outside, Times times) {
    this.finding = finding;
    this.offices = offices;
    this.outside = outside;
    this.times = times;
  }

  /**
   * A search.
   *
   * @param office the slug of the office where the visitor is, or wants to go
   * @param topic the identifier of a topic
   * @param language BCP 47 tag
   * @param channel the channel through which the visitor books
   */
  record Search(String office, String topic, String language, Channel channel) {}

  /**
   * The next free times, the earliest first.
   *
   * @param here those in the office itself
   * @param anywhere those in all offices
   */
  record Next(List<FreeTime> here, List<FreeTime> anywhere) {}

  /**
   * The times to choose from.
   *
   * @param next the next free times
   * @param week the free times of a week; empty if the office has none
   */
  record Choice(Next next, Optional<FreeWeek> week) {}

  /**
   * The next free times.
   *
   * @param here how many in the office itself, at most
   * @param anywhere how many in all offices, at most
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link OutsideLimit#admitSearches} says
   */
  Next findNext(Search search, int here, int anywhere) {
    outside.admitSearches(search.channel(), 1, 1);
    return next(search, here, anywhere);
  }

  /**
   * The next free time in all offices, the next ones in the office, and the week of a day; weeks
   * are counted from today.
   *
   * @param here how many in the office itself, at most
   * @param wanted the day to show; the first free one if it is empty or before that, the last one
   *     that can be booked if it is after that
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link OutsideLimit#admitSearches} says
   */
  Choice choose(Search search, int here, Optional<LocalDate> wanted) {
    outside.admitSearches(search.channel(), 1 + SEARCHES_OF_A_WEEK, 1);
    Next next = next(search, here, 1);
    return new Choice(next, next.here().stream().findFirst().map(t -> week(search, t, wanted)));
  }

  private Next next(Search search, int here, int anywhere) {
    return new Next(list(here(search, here)), list(here(search, anywhere).anywhere()));
  }

  private List<FreeTime> list(SlotQuery query) {
    return finding.list(query).stream().map(this::inWords).toList();
  }

  private static SlotQuery here(Search search, int limit) {
    return SlotQuery.in(
        search.office(), search.topic(), search.language(), search.channel(), limit);
  }

  private FreeTime inWords(Slot slot) {
    OfficeProfile office = offices.get(slot.office());
    return new FreeTime(
        slot.id().toString(),
        slot.start(),
        office.id(),
        office.name(),
        times.day(slot.start(), office.zone()),
        times.ofDay(slot.start(), office.zone()));
  }

  private FreeWeek week(Search search, FreeTime soonest, Optional<LocalDate> wanted) {
    ZoneId zone = offices.get(search.office()).zone();
    LocalDate last = finding.lastDay(search.office());
    LocalDate first = soonest.start().atZone(zone).toLocalDate();
    LocalDate day =
        wanted.filter(d -> !d.isBefore(first)).map(d -> d.isAfter(last) ? last : d).orElse(first);
    return week(search, zone, first, day);
  }

  private FreeWeek week(Search search, ZoneId zone, LocalDate soonest, LocalDate wanted) {
    LocalDate today = times.today(zone);
    LocalDate first = today.plusWeeks(ChronoUnit.WEEKS.between(today, wanted));
    LocalDate next = first.plusWeeks(1);
    Map<LocalDate, List<Slot>> free =
        between(search, zone, first, Optional.of(next), SlotQuery.MOST)
            .collect(
                Collectors.groupingBy(
                    slot -> slot.start().atZone(zone).toLocalDate(),
                    TreeMap::new,
                    Collectors.toList()));
    LocalDate shown =
        free.containsKey(wanted) ? wanted : free.keySet().stream().findFirst().orElse(wanted);
    return new FreeWeek(
        times.date(first) + " – " + times.date(next.minusDays(1)),
        Stream.iterate(first, day -> day.plusDays(1))
            .limit(DayOfWeek.values().length)
            .map(day -> day(day, free.getOrDefault(day, List.of()).size(), day.equals(shown)))
            .toList(),
        times.day(shown),
        parts(free.getOrDefault(shown, List.of()), zone),
        lastFree(search, zone, soonest, first),
        firstFree(search, zone, next, Optional.empty()));
  }

  private FreeWeek.Day day(LocalDate day, int free, boolean isShown) {
    return new FreeWeek.Day(day.toString(), times.weekday(day), times.date(day), free, isShown);
  }

  private List<FreeWeek.Part> parts(List<Slot> slots, ZoneId zone) {
    Map<String, List<FreeTime>> parts = new TreeMap<>();
    for (Slot slot : slots) {
      String part = partOf(slot.start().atZone(zone).toLocalTime());
      parts.computeIfAbsent(part, p -> new ArrayList<>()).add(inWords(slot));
    }
    return Stream.of("part.MORNING", "part.AFTERNOON", "part.EVENING")
        .filter(parts::containsKey)
        .map(part -> new FreeWeek.Part(part, parts.get(part)))
        .toList();
  }

  private static String partOf(LocalTime time) {
    if (time.isBefore(LocalTime.NOON)) {
      return "part.MORNING";
    }
    return time.isBefore(EVENING) ? "part.AFTERNOON" : "part.EVENING";
  }

  /** The first free day from one day on, before another. */
  private Optional<LocalDate> firstFree(
      Search search, ZoneId zone, LocalDate from, Optional<LocalDate> before) {
    return between(search, zone, from, before, 1)
        .findFirst()
        .map(slot -> slot.start().atZone(zone).toLocalDate());
  }

  /** The first free day of the last week before a day that has one, back to the very first. */
  private Optional<LocalDate> lastFree(
      Search search, ZoneId zone, LocalDate soonest, LocalDate before) {
    if (!soonest.isBefore(before)) {
      return Optional.empty();
    }
    for (LocalDate week = before.minusWeeks(1); week.isAfter(soonest); week = week.minusWeeks(1)) {
      outside.admitSearches(search.channel(), 1, 0);
      Optional<LocalDate> free = firstFree(search, zone, week, Optional.of(week.plusWeeks(1)));
      if (free.isPresent()) {
        return free;
      }
    }
    return Optional.of(soonest);
  }

  private Stream<Slot> between(
      Search search, ZoneId zone, LocalDate from, Optional<LocalDate> before, int limit) {
    return finding
        .list(
            new SlotQuery(
                Optional.of(search.office()),
                search.topic(),
                search.language(),
                search.channel(),
                Optional.of(new BusinessDay(from, zone).begin()),
                before.map(day -> new BusinessDay(day, zone).begin()),
                limit))
        .stream();
  }
}
