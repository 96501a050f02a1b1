package de.lokalwillkommen.core.calling;

import de.lokalwillkommen.core.calling.TicketChanges.Moment;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Counter;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.Desks.Desk;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.TakingShifts;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.ticketing.OfficeLine;
import de.lokalwillkommen.core.ticketing.Outcome;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketAction;
import de.lokalwillkommen.core.ticketing.TicketEvent;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.Tickets;
import de.lokalwillkommen.core.ticketing.TodaysLine;
import de.lokalwillkommen.core.ticketing.Transfer;
import de.lokalwillkommen.core.today.ColleagueNote;
import de.lokalwillkommen.core.today.DayMemory;
import de.lokalwillkommen.core.today.TicketAct;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Everything a counsellor does with a ticket. Each change holds the lock on the office's line. A
 * counsellor who calls a visitor is available from then on.
 */
@UseCase
public class CallingTickets {

  /** The longest time for which a ticket may be parked. */
  public static final Duration LONGEST_PARKING = Duration.ofHours(4);

  /** The greatest length of the reason for letting a visitor go first. */
  public static final int LONGEST_REASON = 200;

  /** The greatest length of a note for the colleague who calls next. */
  public static final int LONGEST_NOTE = ColleagueNote.LONGEST;

  private static final int PAGE = 50;

  private Offices offices;
  private Tickets tickets;
  private TodaysLine todaysLine;
  private TicketChanges changes;
  private VisitLog log;
  private Desks desks;
  private TakingShifts shifts;
  private DayMemory memory;
  private Clock clock;

  protected CallingTickets() {}

  @Inject
  public CallingTickets(
      Offices offices,
      Tickets tickets,
      TodaysLine todaysLine,
      TicketChanges changes,
      VisitLog log,
      Desks desks,
      TakingShifts shifts,
      DayMemory memory,
      Clock clock) {
    this.offices = offices;
    this.tickets = tickets;
    this.todaysLine = todaysLine;
    this.changes = changes;
    this.log = log;
    this.desks = desks;
    this.shifts = shifts;
    this.memory = memory;
    this.clock = clock;
  }

  /**
   * Calls the next visitor to a counter; empty if no visitor waits whom it can serve.
   *
   * @throws Refused {@code UNKNOWN} if the counter is not in the office in which {@code me} works
   */
  public Optional<TicketView> next(SignedIn me, long counter) {
    Instant now = clock.instant();
    Office office = officeWith(me, counter);
    OfficeLine line = todaysLine.open(office, now);
    todaysLine.bringBackDue(line, now);
    boolean isBack = shifts.makeAvailable(me.counsellor());
    // what was read before does not know yet that the counter takes visitors again
    List<Desk> staffed = isBack ? desks.readStaffedIn(office.id()) : desks.staffedIn(office.id());
    Routing routing = new Routing(staffed, now);
    return choose(office, line, page -> routing.next(counter, page))
        .map(
            ticket -> {
              changes.note(line, ticket, ticket.callTo(counter, line.nextCall(), now), me);
              return TicketView.of(ticket, office, 0);
            });
  }

  /**
   * The answer to "next" at a counter that may be busy.
   *
   * @param busy whether a visitor is at the counter already, so that none was called
   * @param called the next ticket; empty if no visitor waits whom the counter can serve
   */
  public record Next(boolean busy, Optional<TicketView> called) {}

  /**
   * As {@link #next}, unless a visitor is at the counter already: when both of a tandem press at
   * once, one visitor is called, and the other one is asked.
   */
  public Next nextUnlessBusy(SignedIn me, long counter) {
    Office office = officeWith(me, counter);
    OfficeLine line = todaysLine.open(office, clock.instant());
    boolean busy =
        tickets.listByStatus(office.id(), line.day(), Lines.AT_COUNTERS, Lines.ROWS).stream()
            .anyMatch(ticket -> isAt(counter, ticket));
    return busy ? new Next(true, Optional.empty()) : new Next(false, next(me, counter));
  }

  private static boolean isAt(long counter, Ticket ticket) {
    return ticket.counter().filter(c -> c == counter).isPresent();
  }

  /**
   * Calls one particular visitor to the counter of {@code me}; a missed visitor returns to the
   * line.
   */
  public TicketView call(SignedIn me, long ticket) {
    long counter = counterOf(me);
    return change(
        me,
        ticket,
        (t, at) -> {
          if (t.status() == TicketStatus.NO_SHOW) {
            changes.note(at.line(), t, t.resume(Actor.COUNSELLOR, at.now()), me);
          }
          TicketEvent called = t.callTo(counter, at.line().nextCall(), at.now());
          shifts.makeAvailable(me.counsellor());
          return called;
        });
  }

  /** Calls a number again, at most as often as the office allows. */
  public TicketView recall(SignedIn me, long ticket) {
    return change(me, ticket, (t, at) -> t.recall(at.office().recallLimit(), at.now()));
  }

  /** Records that the visitor has arrived. */
  public TicketView start(SignedIn me, long ticket) {
    return change(me, ticket, changes::start);
  }

  /**
   * Records that the visitor has been served.
   *
   * @throws Refused {@code INVALID} if the outcome is not valid for the ticket
   */
  public TicketView finish(SignedIn me, long ticket, Outcome outcome) {
    return change(me, ticket, (t, at) -> finish(t, outcome, at));
  }

  /**
   * The end of one visit and the beginning of the next, as one change.
   *
   * @param ended the ticket whose visit is over
   * @param called the next ticket; empty if no visitor waits whom the counter can serve
   */
  public record Turn(TicketView ended, Optional<TicketView> called) {}

  /**
   * Ends the visit at the counter of {@code me} and calls the next visitor. The outcome is that the
   * visit was about the ticket's topic. A ticket that is still called counts as served: its visitor
   * was here and the start was not recorded.
   *
   * @throws Refused {@code CONFLICT} if the ticket is not at that counter
   */
  public Turn finishAndNext(SignedIn me, long ticket) {
    long counter = counterOf(me);
    TicketView ended =
        change(
            me,
            ticket,
            (t, at) -> {
              requireAt(counter, t);
              if (t.status() == TicketStatus.CALLED) {
                changes.note(at.line(), t, changes.start(t, at), me);
              }
              return finish(t, Outcome.about(t.topic()), at);
            });
    return new Turn(ended, next(me, counter));
  }

  /** Records that the visitor did not come. */
  public TicketView noShow(SignedIn me, long ticket) {
    return change(me, ticket, (t, at) -> t.noShow(at.now()));
  }

  /** Records that the called visitor did not come, and calls the next one. */
  public Turn noShowAndNext(SignedIn me, long ticket) {
    return new Turn(noShow(me, ticket), next(me, counterOf(me)));
  }

  /**
   * Takes a visitor out of the line for a while.
   *
   * @param length more than zero, at most {@link #LONGEST_PARKING}
   */
  public TicketView park(SignedIn me, long ticket, Duration length) {
    requireParkable(length);
    return change(me, ticket, (t, at) -> t.park(at.now().plus(length), Actor.COUNSELLOR, at.now()));
  }

  /**
   * As {@link #park(SignedIn, long, Duration)}, with a note for the colleague who calls next.
   *
   * @param note its text, if there is one
   */
  public TicketView park(SignedIn me, long ticket, Duration length, Optional<String> note) {
    Optional<ColleagueNote> kept = note.map(text -> new ColleagueNote(ticket, text));
    TicketView parked = park(me, ticket, length);
    kept.ifPresent(memory::put);
    return parked;
  }

  /** Returns a parked or missed visitor to the line. */
  public TicketView resume(SignedIn me, long ticket) {
    return change(me, ticket, (t, at) -> t.resume(Actor.COUNSELLOR, at.now()));
  }

  /** Puts the visitor back into the line, at the old place. */
  public TicketView putBack(SignedIn me, long ticket) {
    return change(me, ticket, (t, at) -> t.putBack(at.now()));
  }

  /**
   * Lets a visitor go before others, as if they had waited {@link CallingOrder#URGENT} longer.
   *
   * @param reason 1 to {@link #LONGEST_REASON} characters, shown at all counters
   */
  public TicketView hasten(SignedIn me, long ticket, String reason) {
    String why = reasonIn(reason);
    return makeException(
        me, ticket, "HASTEN_VISIT", (t, at) -> t.hasten(why, CallingOrder.URGENT, at.now()));
  }

  /**
   * Moves a visitor from another counter of the office to the counter of {@code me}.
   *
   * @param reason 1 to {@link #LONGEST_REASON} characters, for the history
   * @throws Refused {@code CONFLICT} if the visitor is at no counter, or at this one
   */
  public TicketView takeOver(SignedIn me, long ticket, String reason) {
    String why = reasonIn(reason);
    long counter = counterOf(me);
    return makeException(
        me,
        ticket,
        "TAKE_OVER_VISIT",
        (t, at) -> t.takeOver(counter, at.line().nextCall(), why, at.now()));
  }

  /** Records that the visitor has left, as far as the staff knows. */
  public TicketView cancel(SignedIn me, long ticket) {
    return makeException(
        me, ticket, "CANCEL_VISIT", (t, at) -> t.cancel(Actor.COUNSELLOR, at.now()));
  }

  /** Undoes the last action of any kind. */
  public TicketView undo(SignedIn me, long ticket) {
    return undo(me, ticket, Ticket::undo);
  }

  /**
   * Undoes one particular action.
   *
   * @param step the number of the action, as in the ticket's view after it
   * @param anyway whether to undo it even if a colleague has done it
   * @throws Refused {@code CONFLICT} if the ticket has been changed since, for example by a
   *     colleague; or, with {@code ask}, if it is the action of a colleague
   */
  public TicketView undo(SignedIn me, long ticket, int step, boolean anyway) {
    return undo(
        me,
        ticket,
        (t, now) -> {
          if (!anyway && t.step() == step) {
            requireOwnAct(me, t);
          }
          return t.undo(step, now);
        });
  }

  private void requireOwnAct(SignedIn me, Ticket ticket) {
    memory
        .findAct(ticket.id(), ticket.step())
        .filter(act -> act.isOfOther(me))
        .ifPresent(
            act -> {
              throw Refusal.of(
                      Kind.CONFLICT,
                      "ticket.undoOfColleague",
                      ticket.number().toString(),
                      pastOf(act),
                      desks.findName(act.counsellor()).orElse(""))
                  .with("ask", "anyway")
                  .asException();
            });
  }

  private String pastOf(TicketAct act) {
    return tickets.listEvents(act.ticket()).stream()
        .filter(event -> event.id() == act.event())
        .map(event -> event.action().past())
        .findFirst()
        .orElse("");
  }

  private TicketView undo(
      SignedIn me, long ticket, BiFunction<Ticket, Instant, TicketEvent> taking) {
    String there = tickets.findOffice(ticket).orElseThrow(TicketChanges::unknownTicket);
    Optional<Office> here =
        tickets
            .findHandedOnBy(ticket)
            .filter(office -> !office.equals(there))
            .filter(me::worksIn)
            .map(offices::get);
    return here.isPresent()
        ? bringAcross(me, ticket, TicketAction.UNDO, offices.get(there), here.get(), taking)
        : change(
            me,
            ticket,
            (t, at) -> {
              requireOwnStep(t);
              boolean comesBack = hasBeenEndedAsLeft(t);
              TicketEvent event = taking.apply(t, at.now());
              if (comesBack) {
                log.writeException(at, "UNDO_CANCEL_VISIT");
              }
              return event;
            });
  }

  /** Of the exceptions, this alone can be undone. */
  private boolean hasBeenEndedAsLeft(Ticket ticket) {
    return memory.findAct(ticket.id(), ticket.step()).stream()
        .flatMap(
            act ->
                tickets.listEvents(act.ticket()).stream()
                    .filter(event -> event.id() == act.event()))
        .anyMatch(event -> event.action() == TicketAction.CANCEL);
  }

  /** An action of another office can only be undone by that office. */
  private static void requireOwnStep(Ticket ticket) {
    if (ticket.handedOnBy().filter(by -> !by.equals(ticket.office())).isPresent()) {
      throw Refusal.of(Kind.CONFLICT, "ticket.handedOnByOther")
          .with("state", ticket.status().name())
          .asException();
    }
  }

  /**
   * Transfers a visitor to another topic, counter or office.
   *
   * @throws Refused {@code INVALID} if the destination is missing or unknown; {@code CONFLICT} if
   *     the other office is closed, with {@code ask} if the caller may confirm and go on
   */
  public TicketView transfer(SignedIn me, long ticket, Transfer to) {
    Office here = changes.officeOf(ticket, me);
    Office there = to.office().map(this::knownOffice).orElse(here);
    requireDestination(to, there);
    if (there.id().equals(here.id())) {
      return change(me, ticket, (t, at) -> t.transfer(to, at.now()));
    }
    requireOpen(there, to.anyway());
    return bringAcross(
        me, ticket, TicketAction.TRANSFER, here, there, (t, now) -> handOn(t, to, me, now));
  }

  /**
   * As {@link #transfer(SignedIn, long, Transfer)}, with a note for the colleague who calls next.
   *
   * @param note its text, if there is one
   */
  public TicketView transfer(SignedIn me, long ticket, Transfer to, Optional<String> note) {
    Optional<ColleagueNote> kept = note.map(text -> new ColleagueNote(ticket, text));
    TicketView transferred = transfer(me, ticket, to);
    kept.ifPresent(memory::put);
    return transferred;
  }

  /**
   * Transfers a visitor to another counter of the same office, as long as the ticket is as the
   * caller has seen it.
   *
   * @param seen the {@link TicketView#step()} that the caller has seen
   * @throws Refused {@code INVALID} if there is no such counter; {@code CONFLICT} if the ticket has
   *     been changed since
   */
  public TicketView transferAsSeen(SignedIn me, long ticket, int seen, long counter) {
    Transfer to = new Transfer(Optional.empty(), Optional.of(counter), Optional.empty());
    requireDestination(to, changes.officeOf(ticket, me));
    return change(
        me,
        ticket,
        (t, at) -> {
          t.requireStep(seen);
          return t.transfer(to, at.now());
        });
  }

  private TicketEvent handOn(Ticket ticket, Transfer to, SignedIn me, Instant now) {
    if (ticket.status() == TicketStatus.SERVING) {
      ticket.servedBy(changes.serving(ticket, me));
    }
    return ticket.transfer(to, now);
  }

  private void requireOpen(Office there, boolean anyway) {
    Instant now = clock.instant();
    Prospect.of(there, !desks.staffedIn(there.id()).isEmpty(), now)
        .objection(there, anyway, now)
        .ifPresent(
            refusal -> {
              throw refusal.asException();
            });
  }

  private TicketView bringAcross(
      SignedIn me,
      long id,
      TicketAction action,
      Office here,
      Office there,
      BiFunction<Ticket, Instant, TicketEvent> verb) {
    Instant now = clock.instant();
    // always in the same order, so that two crossing transfers do not deadlock
    boolean hereFirst = here.id().compareTo(there.id()) < 0;
    OfficeLine first = todaysLine.open(hereFirst ? here : there, now);
    OfficeLine second = todaysLine.open(hereFirst ? there : here, now);
    OfficeLine from = hereFirst ? first : second;
    OfficeLine into = hereFirst ? second : first;
    Ticket ticket = todaysLine.getIn(from, id);
    todaysLine.noteGone(from, ticket, action, now);
    TicketEvent event = verb.apply(ticket, now);
    todaysLine.noteArrived(into, ticket, event);
    memory.add(new TicketAct(event, me));
    return TicketView.of(ticket, there, tickets.countAhead(ticket));
  }

  private Optional<Ticket> choose(
      Office office, OfficeLine line, Function<List<Ticket>, Optional<Ticket>> choice) {
    for (int skip = 0; ; skip += PAGE) {
      List<Ticket> page = tickets.listWaiting(office.id(), line.day(), skip, PAGE);
      Optional<Ticket> chosen = choice.apply(page);
      if (chosen.isPresent() || page.size() < PAGE) {
        return chosen;
      }
    }
  }

  private TicketView change(SignedIn me, long id, BiFunction<Ticket, Moment, TicketEvent> verb) {
    return changes.change(me, id, verb);
  }

  /** The same, noted for the history of changes. */
  private TicketView makeException(
      SignedIn me, long id, String action, BiFunction<Ticket, Moment, TicketEvent> verb) {
    return change(
        me,
        id,
        (ticket, at) -> {
          TicketEvent event = verb.apply(ticket, at);
          log.writeException(at, action);
          return event;
        });
  }

  private static TicketEvent finish(Ticket ticket, Outcome outcome, Moment at) {
    outcome
        .objection(ticket, at.office())
        .ifPresent(
            refusal -> {
              throw refusal.asException();
            });
    return ticket.finish(outcome, at.now());
  }

  private Office officeWith(SignedIn me, long counter) {
    return me.office()
        .filter(me::worksIn)
        .map(offices::get)
        .filter(o -> o.findCounter(counter).isPresent())
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "counter.unknown").asException());
  }

  private static long counterOf(SignedIn me) {
    return me.counter().orElseThrow(() -> Refusal.of(Kind.CONFLICT, "counter.none").asException());
  }

  static String reasonIn(String text) {
    String reason = text.strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw Refusal.of(Kind.INVALID, "urgent.reason", LONGEST_REASON)
          .with("field", "reason")
          .asException();
    }
    return reason;
  }

  private static void requireAt(long counter, Ticket ticket) {
    if (!ticket.status().isAtCounter() || ticket.counter().filter(c -> c == counter).isEmpty()) {
      throw Refusal.of(Kind.CONFLICT, "ticket.notNow")
          .with("state", ticket.status().name())
          .asException();
    }
  }

  private Office knownOffice(String id) {
    return offices.find(id).orElseThrow(() -> nowhere("office.unknown", "office"));
  }

  private static void requireDestination(Transfer to, Office there) {
    if (to.isEmpty()) {
      throw nowhere("transfer.nowhere", "topic");
    }
    if (to.topic().filter(t -> there.findTopic(t).isEmpty()).isPresent()) {
      throw nowhere("topic.unknown", "topic");
    }
    if (to.counter().flatMap(there::findCounter).map(Counter::id).isEmpty()
        && to.counter().isPresent()) {
      throw nowhere("counter.unknown", "counter");
    }
  }

  private static Refused nowhere(String key, String field) {
    return Refusal.of(Kind.INVALID, key).with("field", field).asException();
  }

  private static void requireParkable(Duration length) {
    if (length.isNegative() || length.isZero() || length.compareTo(LONGEST_PARKING) > 0) {
      throw Refusal.of(Kind.INVALID, "park.length", LONGEST_PARKING.toMinutes())
          .with("field", "minutes")
          .asException();
    }
  }
}
