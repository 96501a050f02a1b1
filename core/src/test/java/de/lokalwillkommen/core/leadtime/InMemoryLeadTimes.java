package de.lokalwillkommen.core.leadtime;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class InMemoryLeadTimes implements LeadTimes {

  private final Map<String, TreeMap<LocalDate, LeadTime>> figures = new TreeMap<>();

  @Override
  public LeadTime get(String office, LocalDate day) {
    return figures
        .computeIfAbsent(office, o -> new TreeMap<>())
        .computeIfAbsent(day, d -> new LeadTime(office, d));
  }

  @Override
  public Optional<LeadTime> findLastBefore(String office, LocalDate day) {
    return Optional.ofNullable(figures.getOrDefault(office, new TreeMap<>()).lowerEntry(day))
        .map(Map.Entry::getValue);
  }

  @Override
  public List<LeadTime> list(String office, LocalDate first, LocalDate last) {
    return List.copyOf(
        figures.getOrDefault(office, new TreeMap<>()).subMap(first, true, last, true).values());
  }
}
