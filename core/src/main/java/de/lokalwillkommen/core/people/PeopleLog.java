package de.lokalwillkommen.core.people;

import de.lokalwillkommen.core.kernel.Author;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.NotedState;
import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.OfficeRole;
import de.lokalwillkommen.core.staff.Organisation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Publishes what is done to accounts, without names of people. Part of a use case. */
@Dependent
public class PeopleLog {

  private final DomainEvents events;
  private final Clock clock;

  @Inject
  PeopleLog(DomainEvents events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  /** How a person is, as the history notes it. */
  public static String stateOf(Counsellor person) {
    NotedState state =
        NotedState.version(1)
            .with("office", person.office())
            .with("organisation", person.details().organisation())
            .with("roles", person.roles().stream().map(Enum::name).collect(Collectors.toSet()))
            .with("languages", person.skills().languages())
            .with("topics", person.skills().topics())
            .with("status", person.status().name());
    List<String> elsewhere = person.details().elsewhere().stream().map(OfficeRole::word).toList();
    return elsewhere.isEmpty() ? state.toString() : state.with("elsewhere", elsewhere).toString();
  }

  /** Publishes that an organisation was added. */
  void write(Author author, Organisation added) {
    events.publish(
        new Changed(
            "",
            author,
            "organisation",
            added.id(),
            "FOUND",
            "",
            NotedState.version(1).with("name", added.name()).toString(),
            clock.instant()));
  }

  /**
   * Publishes a change.
   *
   * @param before the state before; empty for a new person
   */
  public void write(
      Author author, PersonAction action, Optional<String> before, Counsellor person) {
    events.publish(
        new Changed(
            person.office().orElse(""),
            author,
            "person",
            "P" + person.id(),
            action.name(),
            before.orElse(""),
            stateOf(person),
            clock.instant()));
  }
}
