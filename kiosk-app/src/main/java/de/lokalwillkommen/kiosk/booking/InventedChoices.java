package de.lokalwillkommen.kiosk.booking;

import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.kiosk.page.Times;
import de.lokalwillkommen.web.text.InventedData;
import de.lokalwillkommen.web.text.InventedTimes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Free times that nobody can book, on which editors see how a text looks. */
@RequestScoped
public class InventedChoices {

  private static final List<LocalTime> HOURS =
      List.of(LocalTime.of(9, 30), LocalTime.of(11, 0), LocalTime.of(14, 0), LocalTime.of(18, 30));
  private static final int FREE_DAYS = 3;

  private OfficeDirectory offices;
  private Times times;

  protected InventedChoices() {}

  @Inject
  InventedChoices(OfficeDirectory offices, Times times) {
    this.offices = offices;
    this.times = times;
  }

  /**
   * The times of an office, if invented ones stand in the place of the day.
   *
   * @param here how many next times of the office, at most
   */
  Optional<FreeTimes.Choice> find(String day, OfficeProfile office, int here) {
    return InventedData.findTimes(day).map(kind -> choice(kind, office, here));
  }

  private FreeTimes.Choice choice(InventedTimes kind, OfficeProfile office, int here) {
    if (kind == InventedTimes.NONE) {
      return new FreeTimes.Choice(new FreeTimes.Next(List.of(), List.of()), Optional.empty());
    }
    LocalDate first = times.today(office.zone()).plusWeeks(1);
    List<FreeTime> own = HOURS.stream().map(hour -> time(office, first, hour)).toList();
    OfficeProfile other = offices.list().stream().reduce((one, next) -> next).orElse(office);
    FreeTime elsewhere = time(other, first.minusDays(2), HOURS.get(0));
    FreeTime next = kind == InventedTimes.SOME ? elsewhere : own.get(0);
    return new FreeTimes.Choice(
        new FreeTimes.Next(own.stream().limit(here).toList(), List.of(next)),
        Optional.of(week(first, own)));
  }

  private FreeWeek week(LocalDate first, List<FreeTime> own) {
    List<FreeWeek.Day> days =
        Stream.iterate(first, day -> day.plusDays(1))
            .limit(DayOfWeek.values().length)
            .map(day -> day(day, first, own.size()))
            .toList();
    return new FreeWeek(
        times.date(first) + " – " + times.date(first.plusDays(days.size() - 1L)),
        days,
        times.day(first),
        List.of(
            new FreeWeek.Part("part.MORNING", own.subList(0, 2)),
            new FreeWeek.Part("part.AFTERNOON", own.subList(2, 3)),
            new FreeWeek.Part("part.EVENING", own.subList(3, own.size()))),
        Optional.of(first.minusDays(1)),
        Optional.of(first.plusWeeks(1)));
  }

  private FreeWeek.Day day(LocalDate day, LocalDate first, int free) {
    boolean isFree = day.isBefore(first.plusDays(FREE_DAYS));
    return new FreeWeek.Day(
        day.toString(), times.weekday(day), times.date(day), isFree ? free : 0, day.equals(first));
  }

  private FreeTime time(OfficeProfile office, LocalDate day, LocalTime hour) {
    Instant start = day.atTime(hour).atZone(office.zone()).toInstant();
    return new FreeTime(
        "",
        start,
        office.id(),
        office.name(),
        times.day(start, office.zone()),
        times.ofDay(start, office.zone()));
  }
}
