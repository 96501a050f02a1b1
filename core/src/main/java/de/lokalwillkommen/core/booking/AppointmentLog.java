package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.NotedState;
import de.lokalwillkommen.core.staff.SignedIn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Publishes what staff does with appointments, for the history. It names an appointment by its
 * identifier: the code would open the visitor's page. Topic, language and address are left out.
 * Part of a use case.
 */
@Dependent
public class AppointmentLog {

  private static final String KIND = "appointment";

  private final DomainEvents events;
  private final Clock clock;

  @Inject
  public AppointmentLog(DomainEvents events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  void booked(SignedIn me, AppointmentView booked) {
    write(me, booked.office(), "" + booked.id(), "BOOK", "", stateOf(booked).toString());
  }

  /** A move; one to another office is told in both. */
  public void moved(
      SignedIn me, AppointmentView from, AppointmentView to, Optional<OfficeReason> why) {
    String after = stateOf(to).with("why", why).toString();
    Stream.of(from.office(), to.office())
        .distinct()
        .forEach(o -> write(me, o, "" + to.id(), "MOVE", stateOf(from).toString(), after));
  }

  /** A cancellation. */
  public void cancelled(SignedIn me, AppointmentView before, Optional<OfficeReason> why) {
    String after = why.map(w -> NotedState.version(1).with("why", w.name()).toString()).orElse("");
    write(me, before.office(), "" + before.id(), "CANCEL", stateOf(before).toString(), after);
  }

  /** All appointments of a day were cancelled at once. */
  void dayCancelled(SignedIn me, String office, LocalDate day, int count) {
    NotedState state = NotedState.version(1).with("appointments", count);
    write(me, office, day.toString(), "CANCEL_DAY", state.toString(), "");
  }

  private static NotedState stateOf(AppointmentView some) {
    return NotedState.version(1)
        .with("office", some.office())
        .with("start", some.start().atZone(some.zone()).toLocalDateTime().toString());
  }

  private void write(
      SignedIn me, String office, String key, String action, String before, String after) {
    events.publish(
        new Changed(office, me.asAuthor(), KIND, key, action, before, after, clock.instant()));
  }
}
