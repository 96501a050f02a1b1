package de.lokalwillkommen.core.calling;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.SigningIn;
import de.lokalwillkommen.core.ticketing.OfficeLine;
import de.lokalwillkommen.core.ticketing.Outcome;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.Tickets;
import de.lokalwillkommen.core.ticketing.TodaysLine;
import de.lokalwillkommen.core.ticketing.Transfer;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Signs out at a counter. The visitors there and the end of the sign-in are settled in one change:
 * if one part fails, nothing changes.
 */
@UseCase
public class LeavingCounter {

  private static final Set<TicketStatus> AT_COUNTERS =
      EnumSet.of(TicketStatus.CALLED, TicketStatus.SERVING);

  private Offices offices;
  private Tickets tickets;
  private TodaysLine todaysLine;
  private Desks desks;
  private TicketChanges changes;
  private CallingTickets calling;
  private SigningIn signingIn;
  private Clock clock;

  protected LeavingCounter() {}

  @Inject
  public LeavingCounter(
      Offices offices,
      Tickets tickets,
      TodaysLine todaysLine,
      Desks desks,
      TicketChanges changes,
      CallingTickets calling,
      SigningIn signingIn,
      Clock clock) {
    this.offices = offices;
    this.tickets = tickets;
    this.todaysLine = todaysLine;
    this.desks = desks;
    this.changes = changes;
    this.calling = calling;
    this.signingIn = signingIn;
    this.clock = clock;
  }

  /**
   * Settles every visit for which {@code me} alone is responsible, and signs out. If a colleague
   * works at the same counter, the visitors stay there, and the organisation of {@code me} stays
   * noted with those who are being served.
   *
   * @param token the sign-in that ends
   * @param decision the decision for a visitor, if the counsellor has made one
   * @throws Refused {@code CONFLICT} if the decision is missing for one of them; or as {@link
   *     CallingTickets} says
   */
  public void leave(
      SignedIn me, SecretToken token, Function<TicketView, Optional<Parting>> decision) {
    List<Decided> decided =
        holdOpenVisits(me).stream().map(v -> new Decided(v, decision.apply(v))).toList();
    if (!decided.stream().allMatch(Decided::isPossible)) {
      throw Refusal.of(Kind.CONFLICT, "leaving.choose").with("reason", "openVisits").asException();
    }
    decided.forEach(visit -> end(me, visit.visit(), visit.parting().orElseThrow()));
    signingIn.signOut(token);
  }

  private record Decided(TicketView visit, Optional<Parting> parting) {

    boolean isPossible() {
      return parting
          .filter(p -> Parting.Way.listFrom(visit.status()).contains(p.way()))
          .isPresent();
    }
  }

  /** Locks the line, so that no visit can be added before the sign-out. */
  private List<TicketView> holdOpenVisits(SignedIn me) {
    if (me.counter().isEmpty() || me.office().isEmpty()) {
      return List.of();
    }
    long counter = me.counter().get();
    Office office = offices.get(me.office().get());
    OfficeLine line = todaysLine.open(office, clock.instant());
    boolean shared = desks.readPeopleIn(office.id()).getOrDefault(counter, List.of()).size() > 1;
    List<Ticket> here =
        tickets.listByStatus(office.id(), line.day(), AT_COUNTERS, Lines.ROWS).stream()
            .filter(ticket -> ticket.counter().filter(c -> c == counter).isPresent())
            .toList();
    if (shared) {
      here.forEach(ticket -> noteShare(line, tickets.getAgain(ticket.id()), me));
      return List.of();
    }
    return here.stream().map(ticket -> TicketView.of(ticket, office, 0)).toList();
  }

  private void noteShare(OfficeLine line, Ticket ticket, SignedIn me) {
    ticket
        .share(changes.serving(ticket, me), clock.instant())
        .ifPresent(event -> changes.note(line, ticket, event, me));
  }

  private void end(SignedIn me, TicketView visit, Parting parting) {
    switch (parting.way()) {
      case DONE -> calling.finish(me, visit.id(), Outcome.about(visit.topic()));
      case MISSED -> calling.noShow(me, visit.id());
      case BACK -> calling.putBack(me, visit.id());
      case HAND_ON ->
          calling.transfer(
              me, visit.id(), new Transfer(Optional.empty(), parting.counter(), Optional.empty()));
    }
  }
}
