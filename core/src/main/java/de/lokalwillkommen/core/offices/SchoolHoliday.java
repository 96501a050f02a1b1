package de.lokalwillkommen.core.offices;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * School holidays, offered as a template for closures. Ministries publish them some years ahead, so
 * they are a file of this product and not computed; an office is not closed by them.
 *
 * @param region the German state: the ISO 3166-2 code without the country
 * @param name which ones: {@code autumn}, {@code winter}, {@code easter}, {@code whitsun} or {@code
 *     summer}
 * @param firstDay their first day
 * @param lastDay their last day
 */
public record SchoolHoliday(String region, String name, LocalDate firstDay, LocalDate lastDay) {

  private static final Set<String> NAMES =
      Set.of("autumn", "winter", "easter", "whitsun", "summer");
  private static final List<SchoolHoliday> ALL = read();

  public SchoolHoliday {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(name);
    }
  }

  /** Those of a state that have not ended on a day, the next first. */
  public static List<SchoolHoliday> listAhead(String region, LocalDate day) {
    return ALL.stream()
        .filter(holiday -> holiday.region.equals(region) && !holiday.lastDay.isBefore(day))
        .toList();
  }

  /** The last day for which the school holidays of a state are known; empty for other states. */
  public static Optional<LocalDate> findLastKnownDay(String region) {
    return ALL.stream()
        .filter(holiday -> holiday.region.equals(region))
        .map(SchoolHoliday::lastDay)
        .max(Comparator.naturalOrder());
  }

  private static List<SchoolHoliday> read() {
    try (InputStream in = SchoolHoliday.class.getResourceAsStream("school-holidays.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(","))
          .map(
              part ->
                  new SchoolHoliday(
                      part[0], part[1], LocalDate.parse(part[2]), LocalDate.parse(part[3])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
