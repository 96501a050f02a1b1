package de.lokalwillkommen.core.overseeing;

import de.lokalwillkommen.core.dayorders.OfficeDay;
import de.lokalwillkommen.core.dayorders.OfficeDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class InMemoryOfficeDays implements OfficeDays {

  private final List<OfficeDay> days = new ArrayList<>();

  @Override
  public Optional<OfficeDay> find(String office, LocalDate day) {
    return list(office).stream().filter(d -> d.day().equals(day)).findFirst();
  }

  @Override
  public List<OfficeDay> list(String office) {
    return days.stream().filter(d -> d.office().equals(office)).toList();
  }

  @Override
  public List<OfficeDay> listFrom(LocalDate first) {
    return days.stream().filter(d -> !d.day().isBefore(first)).toList();
  }

  @Override
  public void add(OfficeDay day) {
    days.add(day);
  }

  @Override
  public int removeBefore(LocalDate first, int atMost) {
    List<OfficeDay> past =
        days.stream().filter(d -> d.day().isBefore(first)).limit(atMost).toList();
    days.removeAll(past);
    return past.size();
  }
}
