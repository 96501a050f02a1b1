package de.lokalwillkommen.server.launch.options;

import de.lokalwillkommen.server.launch.host.Refusal;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The time limits and rate limits of kiosks; the kiosks have defaults. */
public final class KioskOptions {
  static final String IDLE = "lw.kiosk.idle-seconds";
  static final String WARN = "lw.kiosk.warn-seconds";
  static final String TICKET = "lw.kiosk.ticket-seconds";

  static final String APART = "lw.kiosk.tickets-apart";
  static final String HOURLY = "lw.kiosk.tickets-per-hour";

  private static final int LONGEST = 3600;

  /** A kiosk retries for ten seconds before it gives up. */
  private static final int FARTHEST_APART = 10;

  private static final int MOST_AN_HOUR = 3600;

  @Option(
      names = "--kiosk-idle-seconds",
      descriptionKey = IDLE,
      paramLabel = "N",
      description = "until a kiosk asks whether the visitor is still there (default: 45)")
  private Integer idle;

  @Option(
      names = "--kiosk-warn-seconds",
      descriptionKey = WARN,
      paramLabel = "N",
      description = "how long it waits for an answer (default: 20)")
  private Integer warn;

  @Option(
      names = "--kiosk-ticket-seconds",
      descriptionKey = TICKET,
      paramLabel = "N",
      description = "how long a ticket stays on the screen (default: 40)")
  private Integer ticket;

  @Option(
      names = "--kiosk-tickets-apart",
      descriptionKey = APART,
      paramLabel = "SECONDS",
      description = "least time between two tickets of a kiosk (default: 5)")
  private Integer apart;

  @Option(
      names = "--kiosk-tickets-per-hour",
      descriptionKey = HOURLY,
      paramLabel = "N",
      description = "most tickets of a kiosk in an hour (default: 40)")
  private Integer hourly;

  /**
   * The given values, by the names that the kiosks know.
   *
   * @throws Refusal for less than one and for too much
   */
  public Map<String, String> properties() {
    Map<String, String> given = new HashMap<>();
    put(given, IDLE, idle, LONGEST);
    put(given, WARN, warn, LONGEST);
    put(given, TICKET, ticket, LONGEST);
    put(given, APART, apart, FARTHEST_APART);
    put(given, HOURLY, hourly, MOST_AN_HOUR);
    return given;
  }

  private static void put(Map<String, String> given, String name, Integer value, int most) {
    if (value == null) {
      return;
    }
    if (value < 1 || value > most) {
      throw new WrongOption(name + " must be between 1 and " + most + ", not " + value);
    }
    given.put(name, value.toString());
  }
}
