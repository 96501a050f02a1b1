package de.lokalwillkommen.core.arranging;

import de.lokalwillkommen.core.offices.Counter;
import de.lokalwillkommen.core.offices.Office;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What has happened to the counters of an office since this was made, for the history. */
final class CounterChanges {

  private static final String COUNTER = "counter";

  private final Office office;
  private final List<Counter> countersBefore;
  private final Map<Counter, String> notedBefore = new HashMap<>();
  private final String orderBefore;

  CounterChanges(Office office) {
    this.office = office;
    this.countersBefore = office.counters();
    this.orderBefore = OfficeNotation.order(office);
    countersBefore.forEach(c -> notedBefore.put(c, OfficeNotation.counter(c)));
  }

  List<OfficeChange> list() {
    Stream<OfficeChange> givenUp =
        countersBefore.stream().filter(Counter::isRetired).map(c -> change(c, "RETIRE"));
    Stream<OfficeChange> standing =
        office.counters().stream().flatMap(counter -> findChange(counter).stream());
    Stream<OfficeChange> all = Stream.concat(givenUp, standing);
    return Stream.concat(all, findReordering().stream()).toList();
  }

  private Optional<OfficeChange> findChange(Counter counter) {
    if (!notedBefore.containsKey(counter)) {
      return Optional.of(change(counter, "OPEN"));
    }
    return Optional.of(change(counter, "RENAME")).filter(c -> !c.before().equals(c.after()));
  }

  private OfficeChange change(Counter counter, String action) {
    return new OfficeChange(
        COUNTER,
        counter.label(),
        action,
        notedBefore.getOrDefault(counter, ""),
        OfficeNotation.counter(counter));
  }

  /** Whether those who stay stand in another order. */
  private Optional<OfficeChange> findReordering() {
    List<Counter> before = countersBefore.stream().filter(c -> !c.isRetired()).toList();
    List<Counter> after = office.counters().stream().filter(before::contains).toList();
    return before.equals(after)
        ? Optional.empty()
        : Optional.of(
            new OfficeChange(
                "office", office.id(), "ORDER", orderBefore, OfficeNotation.order(office)));
  }
}
