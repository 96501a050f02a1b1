package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.Nudge;
import de.lokalwillkommen.core.kernel.ReadModel;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The staffed counters of an office at the moment, and their skills. */
@ReadModel
public class Desks {

  private static final Duration MAX_AGE = Duration.ofSeconds(5);

  private final Map<String, Snapshot> snapshots = new ConcurrentHashMap<>();
  private Staff staff;
  private Clock clock;

  protected Desks() {}

  @Inject
  public Desks(Staff staff, Clock clock) {
    this.staff = staff;
    this.clock = clock;
  }

  /**
   * A staffed counter.
   *
   * @param counter its identifier
   * @param skills the joint skills of the counsellors who work there
   * @param taking whether it takes visitors now
   */
  public record Desk(long counter, Skills skills, boolean taking) {}

  /**
   * A person at a counter now.
   *
   * @param counter the identifier of the counter
   * @param person the name on screen
   * @param presence whether the person takes visitors
   */
  public record Seat(long counter, String person, Presence presence) {}

  /** The staffed counters of an office; at most some seconds old. */
  public List<Desk> staffedIn(String office) {
    Instant now = clock.instant();
    Snapshot present = snapshots.get(office);
    if (present == null || Duration.between(present.loadedAt(), now).abs().compareTo(MAX_AGE) > 0) {
      present = new Snapshot(readStaffedIn(office), now);
      snapshots.put(office, present);
    }
    return present.desks();
  }

  /** The staffed counters of an office as the database has them now. */
  public List<Desk> readStaffedIn(String office) {
    return shiftsByCounter(office).values().stream()
        .map(Desks::desk)
        .sorted(Comparator.comparing(Desk::counter))
        .toList();
  }

  /** The people at the counters of an office now: names by the counter's identifier. */
  public Map<Long, List<String>> readPeopleIn(String office) {
    Map<Long, String> names =
        staff.listOnShift(office).stream()
            .collect(Collectors.toMap(Counsellor::id, Counsellor::displayName));
    Map<Long, List<String>> people = new HashMap<>();
    shiftsByCounter(office)
        .forEach(
            (counter, shifts) ->
                people.put(
                    counter,
                    shifts.stream()
                        .map(CounterShift::counsellor)
                        // a person may have begun a shift between the two queries
                        .filter(names::containsKey)
                        .map(names::get)
                        .toList()));
    return people;
  }

  /** The people at the counters of an office as the database has them now, by name. */
  public List<Seat> readSeatsIn(String office) {
    Map<Long, String> names =
        staff.listOnShift(office).stream()
            .collect(Collectors.toMap(Counsellor::id, Counsellor::displayName));
    return shiftsByCounter(office).values().stream()
        .flatMap(List::stream)
        // a person may have begun a shift between the two queries
        .filter(shift -> names.containsKey(shift.counsellor()))
        .map(shift -> new Seat(shift.counter(), names.get(shift.counsellor()), shift.presence()))
        .sorted(Comparator.comparing(Seat::person))
        .toList();
  }

  /**
   * A colleague at the same counter.
   *
   * @param name the name on screen
   * @param organisation the name of the organisation, if one is named
   */
  public record Partner(String name, Optional<String> organisation) {}

  /** The other people who now work at the same counter, by name. */
  public List<Partner> readPartnersOf(SignedIn me) {
    return me.counter().map(counter -> readOthersAt(me, counter)).orElse(List.of());
  }

  /** The people besides {@code me} who now work at a counter of the same office, by name. */
  public List<Partner> readOthersAt(SignedIn me, long counter) {
    Map<String, String> organisations =
        staff.listOrganisations().stream()
            .collect(Collectors.toMap(Organisation::id, Organisation::name));
    return me.office().map(this::shiftsByCounter).stream()
        .flatMap(shifts -> shifts.getOrDefault(counter, List.of()).stream())
        .map(CounterShift::counsellor)
        .filter(counsellor -> counsellor != me.counsellor())
        .flatMap(counsellor -> staff.find(counsellor).stream())
        .map(
            person ->
                new Partner(
                    person.displayName(), person.details().organisation().map(organisations::get)))
        .sorted(Comparator.comparing(Partner::name))
        .toList();
  }

  /**
   * The identifiers of the organisations whose counsellors serve at a counter now: of those who are
   * available there, and of {@code me} at this counter. Two of one organisation are counted once.
   */
  public Set<String> readOrganisationsAt(long counter, String office, SignedIn me) {
    Stream<Long> others =
        shiftsByCounter(office).getOrDefault(counter, List.of()).stream()
            .filter(shift -> shift.presence() == Presence.AVAILABLE)
            .map(CounterShift::counsellor);
    Stream<Long> self =
        me.counter().filter(own -> own == counter).map(own -> me.counsellor()).stream();
    return Stream.concat(others, self)
        .distinct()
        .flatMap(counsellor -> staff.find(counsellor).stream())
        .flatMap(person -> person.details().organisation().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The name of a person on screen. */
  public Optional<String> findName(long counsellor) {
    return staff.find(counsellor).map(Counsellor::displayName);
  }

  private Map<Long, List<CounterShift>> shiftsByCounter(String office) {
    Instant now = clock.instant();
    Map<Long, List<SignIn>> signIns =
        staff.listSignInsOfShifts(office).stream()
            .collect(Collectors.groupingBy(SignIn::counsellor));
    return staff.listOpenShifts(office).stream()
        .filter(s -> s.isStaffed(signIns.getOrDefault(s.counsellor(), List.of()), now))
        .collect(Collectors.groupingBy(CounterShift::counter));
  }

  /** The number of counters of an office that take visitors now. */
  public int countTaking(String office) {
    return (int) staffedIn(office).stream().filter(Desk::taking).count();
  }

  void forgetAfter(@Observes Nudge nudge) {
    if (nudge.isAbout("shift")) {
      snapshots.remove(nudge.office());
    }
  }

  private static Desk desk(List<CounterShift> shifts) {
    return new Desk(
        shifts.get(0).counter(),
        shifts.stream().map(CounterShift::skills).reduce(Skills::and).orElseThrow(),
        shifts.stream().anyMatch(s -> s.presence() == Presence.AVAILABLE));
  }

  private record Snapshot(List<Desk> desks, Instant loadedAt) {}
}
