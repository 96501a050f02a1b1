package de.lokalwillkommen.core.offices;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** When an office is open, computed from its rules and closures at each call. */
public final class OpeningHours {

  /**
   * How many days ahead an opening is searched; beyond that an office counts as closed for good.
   */
  static final int HORIZON_DAYS = 70;

  private static final int DAYS_JOINED = 8;

  private final ZoneId zone;
  private final List<OpeningRule> rules;
  private final List<Closure> closures;
  private final Set<LocalDate> holidays;
  private final Map<LocalDate, Integer> closings;

  /**
   * @param closings the minute at which the office closes on some days instead of its usual time
   */
  OpeningHours(
      ZoneId zone,
      List<OpeningRule> rules,
      List<Closure> closures,
      Set<LocalDate> holidays,
      Map<LocalDate, Integer> closings) {
    this.zone = zone;
    this.rules = List.copyOf(rules);
    this.closures = List.copyOf(closures);
    this.holidays = holidays;
    this.closings = Map.copyOf(closings);
  }

  /**
   * A period in which the office is open.
   *
   * @param from the first instant
   * @param until the first instant after it
   */
  public record Window(Instant from, Instant until) {

    boolean contains(Instant instant) {
      return !instant.isBefore(from) && instant.isBefore(until);
    }

    boolean endsWithin(Instant now, Duration duration) {
      return !now.plus(duration).isBefore(until);
    }
  }

  /** The window in which the office is open at that instant, joined over midnight. */
  public Optional<Window> openAt(Instant instant) {
    LocalDate day = instant.atZone(zone).toLocalDate();
    return windowsOn(day).filter(w -> w.contains(instant)).findFirst().map(this::joined);
  }

  /** When it opens next after that instant. */
  public Optional<Instant> nextOpening(Instant after) {
    LocalDate day = after.atZone(zone).toLocalDate();
    return day.datesUntil(day.plusDays(HORIZON_DAYS))
        .flatMap(this::windowsOn)
        .map(Window::from)
        .filter(from -> !from.isBefore(after))
        .findFirst();
  }

  /** Whether all windows of the day have ended, and for at least that long. */
  boolean isOver(Instant now, Duration since) {
    LocalDate day = now.atZone(zone).toLocalDate();
    return windowsOn(day).noneMatch(w -> w.until().plus(since).isAfter(now));
  }

  /** Whether a closure or a public holiday closes it all day, regardless of the rules. */
  public boolean isClosedOn(LocalDate day) {
    return holidays.contains(day) || closures.stream().anyMatch(c -> c.covers(day));
  }

  private Window joined(Window window) {
    Window all = window;
    for (int days = 0; days < DAYS_JOINED; days++) {
      Instant end = all.until();
      Optional<Window> next =
          windowsOn(end.atZone(zone).toLocalDate()).filter(w -> w.from().equals(end)).findFirst();
      if (next.isEmpty()) {
        break;
      }
      all = new Window(all.from(), next.get().until());
    }
    return all;
  }

  /** When it opens first on a day, if it does. */
  Optional<Instant> firstOpening(LocalDate day) {
    return usualWindowsOn(day).map(Window::from).findFirst();
  }

  /** When it closes on a day, if it opens on it: as ordered, else as usual. */
  public Optional<Instant> closing(LocalDate day) {
    return latest(windowsOn(day));
  }

  /** When it would close on a day if nothing were ordered. */
  public Optional<Instant> usualClosing(LocalDate day) {
    return latest(usualWindowsOn(day));
  }

  /** When it closes on a day, if it is ordered to close earlier than usual. */
  public Optional<Instant> earlierClosing(LocalDate day) {
    return ordered(day).filter(at -> usualClosing(day).filter(at::isBefore).isPresent());
  }

  private Optional<Instant> ordered(LocalDate day) {
    return Optional.ofNullable(closings.get(day)).map(minute -> WallClock.at(day, minute, zone));
  }

  private static Optional<Instant> latest(Stream<Window> windows) {
    return windows.map(Window::until).max(Comparator.naturalOrder());
  }

  private Stream<Window> windowsOn(LocalDate day) {
    return ordered(day)
        .map(at -> closedAt(at, usualWindowsOn(day).toList()))
        .orElseGet(() -> usualWindowsOn(day));
  }

  /** The last window that has begun by then ends then, and no other one begins afterwards. */
  private static Stream<Window> closedAt(Instant at, List<Window> usual) {
    Optional<Window> last =
        usual.stream()
            .filter(window -> window.from().isBefore(at))
            .max(Comparator.comparing(Window::until));
    return usual.stream()
        .filter(window -> window.from().isBefore(at))
        .map(
            window ->
                last.filter(window::equals).isPresent() || window.until().isAfter(at)
                    ? new Window(window.from(), at)
                    : window);
  }

  private Stream<Window> usualWindowsOn(LocalDate day) {
    if (isClosedOn(day)) {
      return Stream.empty();
    }
    return rules.stream()
        .filter(rule -> rule.holdsOn(day))
        .map(rule -> rule.on(day, zone))
        .sorted(Comparator.comparing(Window::from));
  }
}
