package de.lokalwillkommen.core.offices;

import de.lokalwillkommen.core.dayorders.DayOrders;
import de.lokalwillkommen.core.kernel.InMemoryIds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

class InMemoryOfficeArrangements implements OfficeArrangements {

  private final List<Office> founded = new ArrayList<>();
  private final Set<Counter> stored = new HashSet<>();
  private final List<Topic> topics = new ArrayList<>();

  private final Offices offices;

  InMemoryOfficeArrangements(Offices offices) {
    this.offices = offices;
  }

  @Override
  public Office get(String id) {
    return founded.stream()
        .filter(office -> office.id().equals(id))
        .findFirst()
        .orElseGet(() -> offices.get(id));
  }

  @Override
  public Office getLocked(String id) {
    Office office = get(id);
    stored.addAll(office.counters());
    return office;
  }

  @Override
  public void add(Office office) {
    if (Stream.concat(founded.stream(), offices.list().stream())
        .anyMatch(o -> o.id().equals(office.id()))) {
      throw OfficeFounding.slugTaken();
    }
    founded.add(office);
    storeCounters(office);
  }

  @Override
  public int nextPosition() {
    return offices.list().size() + founded.size() + 1;
  }

  @Override
  public void freeLabels(List<Counter> counters) {
    // nothing enforces here that labels are unique
  }

  @Override
  public void storeCounters(Office office) {
    office.counters().stream().filter(stored::add).forEach(InMemoryIds::give);
  }

  @Override
  public void replace(List<OpeningRule> over, Office office) {
    // the office itself has replaced them
  }

  @Override
  public List<Topic> listTopics() {
    return topics.stream().sorted(Comparator.comparingInt(Topic::position)).toList();
  }

  @Override
  public List<Topic> listTopicsLocked() {
    return listTopics();
  }

  @Override
  public void add(Topic topic) {
    topics.add(topic);
  }

  @Override
  public boolean isClosed(String id, LocalDate day) {
    return offices.get(id).closures().stream().anyMatch(c -> c.covers(day));
  }

  @Override
  public DayOrders ordersOf(String id, LocalDate day) {
    return get(id).ordersOf(day);
  }

  @Override
  public void add(Closure closure) {
    InMemoryIds.give(closure);
  }

  @Override
  public void remove(Closure closure) {
    // the office itself has removed it
  }
}
