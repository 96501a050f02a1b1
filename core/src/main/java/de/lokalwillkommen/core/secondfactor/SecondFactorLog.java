package de.lokalwillkommen.core.secondfactor;

import de.lokalwillkommen.core.kernel.Author;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.NotedState;
import de.lokalwillkommen.core.staff.Counsellor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.stream.Collectors;

/** Publishes what is done about second factors, without names of people. Part of a use case. */
@Dependent
class SecondFactorLog {

  private static final String KIND = "secondfactor";

  private final DomainEvents events;
  private final Clock clock;

  @Inject
  SecondFactorLog(DomainEvents events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  /** Publishes what a person did about the own second factor. */
  void write(Counsellor person, SecondFactorAction action) {
    write(
        Author.staff(
            person.id(),
            person.roles().stream().sorted().map(Enum::name).collect(Collectors.joining(" "))),
        person,
        action);
  }

  /** Publishes what was done about the second factor of a person. */
  void write(Author author, Counsellor person, SecondFactorAction action) {
    boolean isThere = action == SecondFactorAction.ENROL || action == SecondFactorAction.RENEW;
    boolean wasThere = action != SecondFactorAction.ENROL;
    write(
        author,
        person.office().orElse(""),
        "P" + person.id(),
        action,
        NotedState.version(1).with("secondFactor", wasThere),
        NotedState.version(1).with("secondFactor", isThere));
  }

  /** How the rule is, as the history notes it. */
  static NotedState stateOf(SecondFactorRule rule) {
    return NotedState.version(1).with("required", rule.isRequired()).with("reason", rule.waiver());
  }

  /** Publishes another rule for administrators. */
  void write(Author author, SecondFactorAction action, NotedState before, NotedState after) {
    write(author, "", "", action, before, after);
  }

  private void write(
      Author author,
      String office,
      String key,
      SecondFactorAction action,
      NotedState before,
      NotedState after) {
    events.publish(
        new Changed(
            office,
            author,
            KIND,
            key,
            action.name(),
            before.toString(),
            after.toString(),
            clock.instant()));
  }
}
