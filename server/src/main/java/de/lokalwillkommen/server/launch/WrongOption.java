package de.lokalwillkommen.server.launch;

/**
 * An option or setting whose value cannot be used: the launcher ends with the status of a misuse,
 * since another start would fail as well.
 */
final class WrongOption extends Refusal {
  WrongOption(String reason) {
    super(reason);
  }

  WrongOption(String reason, Exception cause) {
    super(reason, cause);
  }
}
