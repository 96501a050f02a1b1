package de.lokalwillkommen.server.launch.options;

import de.lokalwillkommen.server.launch.host.LaunchRefusal;

/**
 * An option or setting whose value cannot be used: the launcher ends with the status of a misuse,
 * since another start would fail as well.
 */
public final class WrongOption extends LaunchRefusal {
  public WrongOption(String reason) {
    super(reason);
  }

  public WrongOption(String reason, Exception cause) {
    super(reason, cause);
  }
}
