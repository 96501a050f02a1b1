package de.lokalwillkommen.core.calling;

import de.lokalwillkommen.core.calling.TicketChanges.Moment;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.NotedState;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketAction;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Publishes what staff put right about visits and where they depart from the order of the line, for
 * the history of changes. No visit can be told from it: it has neither the number nor the ticket,
 * of the time the day alone, and not the reason, which is free text. All of these stand in the
 * history of the number until the day is over. Part of a use case.
 */
@Dependent
public class VisitLog {

  private static final String KIND = "visit";

  private final DomainEvents events;

  @Inject
  public VisitLog(DomainEvents events) {
    this.events = events;
  }

  static NotedState persons(Ticket ticket) {
    return NotedState.version(1).with("persons", ticket.persons());
  }

  static NotedState language(Ticket ticket) {
    return NotedState.version(1).with("language", ticket.language());
  }

  static NotedState topic(Ticket ticket) {
    return NotedState.version(1).with("topic", ticket.topic());
  }

  static NotedState outcome(Ticket ticket) {
    NotedState state = NotedState.version(1);
    ticket
        .outcome()
        .ifPresent(
            stated ->
                state
                    .with("firstVisit", isTrue(stated.firstVisit()))
                    .with("countsForAmif", isTrue(stated.countsForAmif()))
                    .with("referral", stated.referral())
                    .with("topics", stated.topics()));
    return state;
  }

  private static boolean isTrue(Optional<Boolean> entered) {
    return entered.orElse(false);
  }

  /**
   * Publishes that staff depart from the order of the line with a visitor.
   *
   * @param action what they do, as the history names it
   */
  void writeException(Moment at, String action) {
    publish(at, action, "", "");
  }

  /** Publishes a correction. */
  void write(Moment at, TicketAction action, NotedState before, NotedState after) {
    publish(at, action.name(), before.toString(), after.toString());
  }

  private void publish(Moment at, String action, String before, String after) {
    events.publish(
        new Changed(
            at.office().id(),
            at.me().asAuthor(),
            KIND,
            "",
            action,
            before,
            after,
            at.office().dayOf(at.now()).begin()));
  }
}
