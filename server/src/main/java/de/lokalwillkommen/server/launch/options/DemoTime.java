package de.lokalwillkommen.server.launch.options;

import de.lokalwillkommen.server.launch.host.Refusal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;

/** The local time at which a demonstration begins, if it is not the present. */
public final class DemoTime {
  public static final String PROPERTY = "lw.demo-time";

  /**
   * The years for which public holidays are known; they begin with the earliest year accepted of a
   * machine's clock.
   */
  private static final int FIRST_YEAR = 2026;

  private static final int LAST_YEAR = 2099;

  private DemoTime() {}

  /**
   * The value for the server.
   *
   * @param text as the operator has written it, null if nothing
   * @throws Refusal if it is no time, too far away, or no demonstration is wanted
   */
  public static Map<String, String> properties(String text, boolean demo) {
    if (text == null || text.isBlank()) {
      return Map.of();
    }
    if (!demo) {
      throw new WrongOption("--demo-time needs --demo: a real office goes by its machine's clock");
    }
    return Map.of(PROPERTY, normalised(text.strip()));
  }

  private static String normalised(String text) {
    try {
      if (!text.contains("T")) {
        return LocalTime.parse(text).toString();
      }
      LocalDateTime at = LocalDateTime.parse(text);
      if (at.getYear() < FIRST_YEAR || at.getYear() > LAST_YEAR) {
        throw new WrongOption("--demo-time must be in the years 2026 to 2099");
      }
      return at.toString();
    } catch (DateTimeException e) {
      throw new WrongOption(
          "--demo-time must be like 10:00 or 2027-06-16T10:00, but is '" + text + "'", e);
    }
  }
}
