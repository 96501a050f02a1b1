package de.lokalwillkommen.core.timetable;

import de.lokalwillkommen.core.kernel.InMemoryIds;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public class InMemoryAvailabilities implements Availabilities {

  private final Map<Long, Availability> rules = new LinkedHashMap<>();
  private final Map<Long, AvailabilityException> exceptions = new LinkedHashMap<>();

  @Override
  public List<Availability> listRules(String office) {
    return rules.values().stream()
        .filter(r -> r.office().equals(office) && !r.isRemoved())
        .toList();
  }

  @Override
  public List<AvailabilityException> listExceptions(
      String office, LocalDate first, LocalDate last) {
    return exceptions.values().stream()
        .filter(e -> e.office().equals(office))
        .filter(e -> !e.day().isBefore(first) && !e.day().isAfter(last))
        .toList();
  }

  @Override
  public Optional<Availability> findRule(long id) {
    return Optional.ofNullable(rules.get(id));
  }

  @Override
  public Availability getAgain(Availability seen) {
    return getRule(seen.id());
  }

  @Override
  public Optional<AvailabilityException> findException(long id) {
    return Optional.ofNullable(exceptions.get(id));
  }

  @Override
  public Optional<AvailabilityException> findAgain(AvailabilityException seen) {
    return findException(seen.id());
  }

  @Override
  public void add(Availability rule) {
    rules.put(InMemoryIds.give(rule), rule);
  }

  @Override
  public void add(AvailabilityException exception) {
    exceptions.put(InMemoryIds.give(exception), exception);
  }

  @Override
  public void remove(AvailabilityException exception) {
    exceptions.remove(exception.id());
  }
}
