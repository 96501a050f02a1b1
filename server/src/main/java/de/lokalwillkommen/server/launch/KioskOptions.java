package de.lokalwillkommen.server.launch;

import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** How patient kiosks are, in seconds; what is not given is left to the kiosks. */
final class KioskOptions {
  static final String IDLE = "lw.kiosk.idle-seconds";
  static final String WARN = "lw.kiosk.warn-seconds";
  static final String TICKET = "lw.kiosk.ticket-seconds";

  private static final int LONGEST = 3600;

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

  /**
   * What was given, by the names that the kiosks know.
   *
   * @throws Refusal for less than a second and for more than an hour
   */
  Map<String, String> properties() {
    Map<String, String> given = new HashMap<>();
    put(given, IDLE, idle);
    put(given, WARN, warn);
    put(given, TICKET, ticket);
    return given;
  }

  private static void put(Map<String, String> given, String name, Integer seconds) {
    if (seconds == null) {
      return;
    }
    if (seconds < 1 || seconds > LONGEST) {
      throw new Refusal(name + " must be between 1 and " + LONGEST + ", not " + seconds);
    }
    given.put(name, seconds.toString());
  }
}
