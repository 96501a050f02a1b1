package de.lokalwillkommen.kiosk;

import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.FindingSlots;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.booking.SlotQuery;
import de.lokalwillkommen.core.kernel.BusinessDay;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
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

/** Free times, for one office and for all, in the words of the page's language. */
@RequestScoped
public class FreeTimes {

  private static final LocalTime EVENING = LocalTime.of(18, 0);

  private FindingSlots finding;
  private OfficeDirectory offices;
  private Times times;

  protected FreeTimes() {}

  @Inject
  FreeTimes(FindingSlots finding, OfficeDirectory offices, Times times) {
    this.finding = finding;
    this.offices = offices;
    this.times = times;
  }

  /**
   * What somebody looks for.
   *
   * @param office the slug of the office where they are, or would like to go
   * @param topic the identifier of a topic
   * @param language BCP 47 tag
   * @param channel by which way they book
   */
  record Wish(String office, String topic, String language, Channel channel) {}

  /** The next ones in the office itself, the earliest first. */
  List<FreeTime> listHere(Wish wish, int limit) {
    return list(here(wish, limit));
  }

  /** The next ones anywhere, the earliest first. */
  List<FreeTime> listAnywhere(Wish wish, int limit) {
    return list(here(wish, limit).anywhere());
  }

  private List<FreeTime> list(SlotQuery query) {
    return finding.list(query).stream().map(this::inWords).toList();
  }

  private static SlotQuery here(Wish wish, int limit) {
    return SlotQuery.in(wish.office(), wish.topic(), wish.language(), wish.channel(), limit);
  }

  private FreeTime inWords(Slot slot) {
    OfficeProfile office = offices.get(slot.office());
    return new FreeTime(
        slot.id().toString(),
        slot.start(),
        office.name(),
        times.day(slot.start(), office.zone()),
        times.ofDay(slot.start(), office.zone()));
  }

  /**
   * The week in which a day lies, counted from today; empty if the office has no free time from
   * then on and none before.
   *
   * @param wanted the day to show; the first free one if it is empty or before that, the last one
   *     that can be booked if it is after that
   */
  Optional<Week> findWeek(Wish wish, Optional<LocalDate> wanted) {
    ZoneId zone = offices.get(wish.office()).zone();
    LocalDate last = finding.lastDay(wish.office());
    return firstFree(wish, zone, times.today(zone), Optional.empty())
        .map(
            first ->
                wanted
                    .filter(day -> !day.isBefore(first))
                    .map(day -> day.isAfter(last) ? last : day)
                    .orElse(first))
        .map(day -> week(wish, zone, day));
  }

  private Week week(Wish wish, ZoneId zone, LocalDate wanted) {
    LocalDate today = times.today(zone);
    LocalDate first = today.plusWeeks(ChronoUnit.WEEKS.between(today, wanted));
    LocalDate next = first.plusWeeks(1);
    Map<LocalDate, List<Slot>> free =
        between(wish, zone, first, Optional.of(next), SlotQuery.MOST)
            .collect(
                Collectors.groupingBy(
                    slot -> slot.start().atZone(zone).toLocalDate(),
                    TreeMap::new,
                    Collectors.toList()));
    LocalDate shown =
        free.containsKey(wanted) ? wanted : free.keySet().stream().findFirst().orElse(wanted);
    return new Week(
        times.date(first) + " – " + times.date(next.minusDays(1)),
        Stream.iterate(first, day -> day.plusDays(1))
            .limit(DayOfWeek.values().length)
            .map(day -> day(day, free.getOrDefault(day, List.of()).size(), day.equals(shown)))
            .toList(),
        times.day(shown),
        parts(free.getOrDefault(shown, List.of()), zone),
        lastFree(wish, zone, first),
        firstFree(wish, zone, next, Optional.empty()));
  }

  private Week.Day day(LocalDate day, int free, boolean isShown) {
    return new Week.Day(day.toString(), times.weekday(day), times.date(day), free, isShown);
  }

  private List<Week.Part> parts(List<Slot> slots, ZoneId zone) {
    Map<String, List<FreeTime>> parts = new TreeMap<>();
    for (Slot slot : slots) {
      String part = partOf(slot.start().atZone(zone).toLocalTime());
      parts.computeIfAbsent(part, p -> new ArrayList<>()).add(inWords(slot));
    }
    return Stream.of("part.MORNING", "part.AFTERNOON", "part.EVENING")
        .filter(parts::containsKey)
        .map(part -> new Week.Part(part, parts.get(part)))
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
      Wish wish, ZoneId zone, LocalDate from, Optional<LocalDate> before) {
    return between(wish, zone, from, before, 1)
        .findFirst()
        .map(slot -> slot.start().atZone(zone).toLocalDate());
  }

  /** The first free day of the last week before that has one. */
  private Optional<LocalDate> lastFree(Wish wish, ZoneId zone, LocalDate before) {
    LocalDate today = times.today(zone);
    return Stream.iterate(before.minusWeeks(1), week -> !week.isBefore(today), w -> w.minusWeeks(1))
        .flatMap(week -> firstFree(wish, zone, week, Optional.of(week.plusWeeks(1))).stream())
        .findFirst();
  }

  private Stream<Slot> between(
      Wish wish, ZoneId zone, LocalDate from, Optional<LocalDate> before, int limit) {
    return finding
        .list(
            new SlotQuery(
                Optional.of(wish.office()),
                wish.topic(),
                wish.language(),
                wish.channel(),
                Optional.of(new BusinessDay(from, zone).begin()),
                before.map(day -> new BusinessDay(day, zone).begin()),
                limit))
        .stream();
  }
}
