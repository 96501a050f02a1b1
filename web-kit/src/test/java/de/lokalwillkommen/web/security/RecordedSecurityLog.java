package de.lokalwillkommen.web.security;

import de.lokalwillkommen.web.security.shared.SecurityEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A security log that a test can read. */
public final class RecordedSecurityLog extends SecurityLog {

  private final List<String> lines = new ArrayList<>();

  @Override
  public void write(
      SecurityEvent event, Optional<String> login, String reason, HttpServletRequest request) {
    lines.add(event + " " + login.orElse("-") + " " + reason);
  }

  /** The event, name and reason of each entry. */
  public List<String> lines() {
    return List.copyOf(lines);
  }
}
