package de.lokalwillkommen.core.offices;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The public holidays of German states, computed; the staff does not have to enter them. */
@ApplicationScoped
public class Holidays {

  /** The greatest number of years between the present year and a booking. */
  private static final int YEARS_AHEAD = 2;

  private final Map<String, Set<LocalDate>> known = new ConcurrentHashMap<>();

  /**
   * The holidays from last year's to those of the year after next.
   *
   * @param region the ISO 3166-2 code without the country: {@code nw}
   */
  public Set<LocalDate> around(String region, LocalDate day) {
    return known.computeIfAbsent(region + day.getYear(), k -> compute(region, day.getYear()));
  }

  private static Set<LocalDate> compute(String region, int year) {
    HolidayManager manager =
        HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.GERMANY));
    return IntStream.rangeClosed(year - 1, year + YEARS_AHEAD)
        .mapToObj(y -> manager.getHolidays(Year.of(y), HolidayType.PUBLIC_HOLIDAY, region))
        .flatMap(Set::stream)
        .map(Holiday::getDate)
        .collect(Collectors.toUnmodifiableSet());
  }
}
