package de.lokalwillkommen.server.launch.options;

import de.lokalwillkommen.server.launch.host.Refusal;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** How patient kiosks are, and how fast; what is not given is left to the kiosks. */
public final class KioskOptions {
  static final String IDLE = "lw.kiosk.idle-seconds";
  static final String WARN = "lw.kiosk.warn-seconds";
  static final String TICKET = "lw.kiosk.ticket-seconds";

  static final String APART = "lw.kiosk.tickets-apart";
  static final String HOURLY = "lw.kiosk.tickets-per-hour";

  private static final int LONGEST = 3600;

  /** A kiosk asks again for ten seconds by itself before it gives up. */
  private static final int FARTHEST_APART = 10;

  private static final int MOST_AN_HOUR = 3600;

  @Option(
      names = "--kiosk-idle-seconds",
      descriptionKey = IDLE,
      paramLabel = "N",
      description = "until a kiosk asks whether somebody is still there (default: 45)")
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
   * What was given, by the names that the kiosks know.
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
