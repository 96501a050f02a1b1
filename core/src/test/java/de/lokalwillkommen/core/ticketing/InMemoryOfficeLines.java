package de.lokalwillkommen.core.ticketing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Lines without a database; for one thread. */
public class InMemoryOfficeLines implements OfficeLines {

  private final Map<String, OfficeLine> lines = new HashMap<>();
  private Runnable meanwhile = () -> {};

  /** Runs another change while the next one waits for its line. */
  public void whileWaiting(Runnable change) {
    meanwhile = change;
  }

  @Override
  public OfficeLine lock(String office, LocalDate today) {
    Runnable others = meanwhile;
    meanwhile = () -> {};
    others.run();
    return lines.computeIfAbsent(office, o -> new OfficeLine(o, today));
  }

  @Override
  public Optional<OfficeLine> find(String office) {
    return Optional.ofNullable(lines.get(office));
  }
}
