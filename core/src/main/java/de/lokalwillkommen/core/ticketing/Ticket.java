package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.retention.Retention;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.QueryHint;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A visitor's place in line. Issued WAITING by a kiosk, by staff or at check-in; called to a
 * counter, served there, and DONE. On the way it may be parked and come back, be put back or
 * transferred. It may also end as NO_SHOW (and be resumed), CANCELLED when the visitor leaves, or
 * EXPIRED when the day ends first. Only this class changes its status, and every change returns its
 * entry in the history. The last change can be undone for some seconds.
 */
@Entity
@Table(name = "ticket")
@SequenceGenerator(name = "lw_ids", sequenceName = "lw_ids", allocationSize = 50)
@NamedQuery(
    name = Ticket.AGAIN,
    query = "select t from Ticket t where t.id = :id",
    hints = @QueryHint(name = "eclipselink.refresh", value = "true"))
public class Ticket {

  /** Rereads a ticket from the database, even if it was read before, in one statement. */
  static final String AGAIN = "Ticket.again";

  /** The greatest number of people with one ticket. */
  public static final int MOST_PERSONS = 20;

  /** How long the last action can be undone. */
  public static final Duration UNDO_WITHIN = Duration.ofSeconds(10);

  /** For how long after the end of a visit the visitor can still open the ticket. */
  private static final Duration IN_SIGHT = Retention.TICKETS.duration();

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  @Column(name = "office_id")
  private String office;

  @Column(name = "numbered_by")
  private String issuedBy;

  @Column(name = "business_day")
  private LocalDate day;

  @Enumerated(EnumType.STRING)
  private Series series;

  @Column(name = "series_number")
  private int seriesNumber;

  @Enumerated(EnumType.STRING)
  private Origin origin;

  @Column(name = "topic_id")
  private String topic;

  private String language;

  private String audience;

  @Column(name = "request_key")
  private String requestKey;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "slot_at")
  private Instant slotAt;

  @Column(name = "urgent_reason")
  private String urgentReason;

  @Column(name = "line_key")
  private Instant key;

  @Column(name = "only_counter")
  private Long forCounter;

  @Embedded private Progress progress;

  @Embedded
  @AttributeOverride(name = "status", column = @Column(name = "prior_status"))
  @AttributeOverride(name = "counter", column = @Column(name = "prior_counter_id"))
  @AttributeOverride(name = "callSeq", column = @Column(name = "prior_call_seq"))
  @AttributeOverride(name = "calledAt", column = @Column(name = "prior_called_at"))
  @AttributeOverride(name = "recalls", column = @Column(name = "prior_recalls"))
  @AttributeOverride(name = "servingSince", column = @Column(name = "prior_serving_since"))
  @AttributeOverride(name = "backAt", column = @Column(name = "prior_back_at"))
  @AttributeOverride(name = "endedAt", column = @Column(name = "prior_ended_at"))
  @AttributeOverride(name = "comingSince", column = @Column(name = "prior_coming_since"))
  @AttributeOverride(name = "since", column = @Column(name = "prior_since"))
  @AttributeOverride(name = "organisations", column = @Column(name = "prior_organisations"))
  private Progress prior;

  @Embedded private Assignment handedOnFrom;

  private int steps;

  private int persons;

  @Embedded private Outcome outcome;

  protected Ticket() {}

  /** A new ticket at the place of its key. Only the line it joins gives out numbers. */
  Ticket(OfficeLine line, TicketRequest request, Origin origin, Instant key, Instant now) {
    TicketNumber number = line.nextNumber(origin.series());
    this.office = line.office();
    this.issuedBy = line.office();
    this.day = line.day();
    this.series = number.series();
    this.seriesNumber = number.value();
    this.origin = origin;
    this.topic = request.topic();
    this.language = request.language();
    this.audience = request.audience().orElse(null);
    this.requestKey = request.requestKey().map(RequestKey::text).orElse(null);
    this.issuedAt = now;
    this.key = key;
    this.progress = Progress.begun(now);
    this.persons = 1;
  }

  /** Sets how many people come with it; a person alone unless staff say otherwise. */
  Ticket forPersons(int count) {
    requireCountable(count);
    persons = count;
    return this;
  }

  /** Sets the booked time of its appointment. */
  Ticket bookedFor(Instant slot) {
    slotAt = slot;
    return this;
  }

  TicketEvent issued(Actor actor) {
    return new TicketEvent(this, TicketAction.ISSUE, null, actor, null, issuedAt);
  }

  public TicketEvent callTo(long counter, long callSeq, Instant now) {
    return advance(TicketAction.CALL, progress.called(counter, callSeq, now), Actor.COUNSELLOR);
  }

  /**
   * Calls the number again.
   *
   * @param limit the greatest number of recalls
   */
  public TicketEvent recall(int limit, Instant now) {
    if (status() != TicketStatus.CALLED) {
      throw impossible();
    }
    if (progress.recalls() >= limit) {
      throw Refusal.of(Kind.CONFLICT, "ticket.recalledOften", limit)
          .with("state", status().name())
          .asException();
    }
    return put(TicketAction.RECALL, progress.recalled(now), Actor.COUNSELLOR);
  }

  /** Whether it can be called again within the limit of recalls. */
  public boolean isRecallable(int limit) {
    return status() == TicketStatus.CALLED && recalls() < limit;
  }

  /**
   * Records that the visitor has heard the call and is on the way; repeating it changes nothing.
   * The call itself can still be undone.
   */
  public Optional<TicketEvent> answerCall(Instant now) {
    if (status() != TicketStatus.CALLED) {
      throw impossible();
    }
    if (comingSince().isPresent()) {
      return Optional.empty();
    }
    progress = progress.coming(now);
    return Optional.of(
        new TicketEvent(this, TicketAction.COMING, status(), Actor.VISITOR, null, now));
  }

  public TicketEvent start(Instant now) {
    return start(Set.of(), now);
  }

  /**
   * Records that the visitor has come to the counter.
   *
   * @param by the organisations whose counsellors serve there; two for a tandem
   */
  public TicketEvent start(Set<String> by, Instant now) {
    return advance(TicketAction.START, progress.serving(by, now), Actor.COUNSELLOR);
  }

  /**
   * Notes that counsellors of these organisations serve the visitor now. What is noted stays, the
   * counsellor who goes on; the visitor is counted once in any case.
   *
   * @return whether one of them is new
   */
  public boolean servedBy(Set<String> by) {
    if (status() != TicketStatus.SERVING || organisations().containsAll(by)) {
      return false;
    }
    progress = progress.servedBy(by);
    return true;
  }

  /**
   * As {@link #servedBy}, as a change of its own: one of a tandem leaves while the other goes on.
   */
  public Optional<TicketEvent> share(Set<String> by, Instant now) {
    return servedBy(by)
        ? Optional.of(
            new TicketEvent(this, TicketAction.SHARE, status(), Actor.COUNSELLOR, null, now))
        : Optional.empty();
  }

  public TicketEvent finish(Outcome result, Instant now) {
    requireWay(TicketStatus.DONE);
    outcome = result;
    return advance(TicketAction.FINISH, progress.ended(TicketStatus.DONE, now), Actor.COUNSELLOR);
  }

  /**
   * Corrects the outcome of a visit that has ended. The end can then no longer be undone.
   *
   * @param reason the reason for the history
   */
  public TicketEvent correctOutcome(Outcome result, String reason, Instant now) {
    if (status() != TicketStatus.DONE) {
      throw impossible();
    }
    outcome = result;
    forget();
    return entry(TicketAction.CORRECT_OUTCOME, status(), reason, now);
  }

  public TicketEvent noShow(Instant now) {
    return advance(
        TicketAction.NO_SHOW, progress.ended(TicketStatus.NO_SHOW, now), Actor.COUNSELLOR);
  }

  /**
   * Takes it out of the line until an instant; the time already waited stays. A visitor cannot do
   * this at a counter.
   */
  public TicketEvent park(Instant until, Actor actor, Instant now) {
    if (actor == Actor.VISITOR && status() == TicketStatus.SERVING) {
      throw impossible();
    }
    return advance(TicketAction.PARK, progress.parked(until, now), actor);
  }

  /** Puts it back into the line after being parked or missed, at the old place. */
  public TicketEvent resume(Actor actor, Instant now) {
    if (status() != TicketStatus.PARKED && status() != TicketStatus.NO_SHOW) {
      throw impossible();
    }
    return advance(TicketAction.RESUME, progress.waiting(now), actor);
  }

  /** Puts it back from the counter into the line, at the old place. */
  public TicketEvent putBack(Instant now) {
    if (!status().isAtCounter()) {
      throw impossible();
    }
    return advance(TicketAction.RETURN, progress.waiting(now), Actor.COUNSELLOR);
  }

  /**
   * Lets the visitor go before others, for a reason shown at all counters. A repetition replaces
   * the reason and keeps the place.
   *
   * @param credit the time that counts as waited in addition
   */
  public TicketEvent hasten(String reason, Duration credit, Instant now) {
    if (status().isOver() || status().isAtCounter()) {
      throw impossible();
    }
    if (urgentReason == null) {
      key = key.minus(credit);
    }
    urgentReason = reason;
    forget();
    return entry(TicketAction.HASTEN, status(), reason, now);
  }

  /**
   * Moves the visit to another counter of the office, for example if a colleague has left without
   * ending it. If the visitor has only been called, the other counter calls.
   *
   * @param callSeq the number of that call
   * @param reason the reason for the history
   */
  public TicketEvent takeOver(long otherCounter, long callSeq, String reason, Instant now) {
    if (!status().isAtCounter() || counter().filter(c -> c == otherCounter).isPresent()) {
      throw impossible();
    }
    progress =
        status() == TicketStatus.CALLED
            ? progress.called(otherCounter, callSeq, now)
            : progress.servedAt(otherCounter, now);
    forget();
    return entry(TicketAction.TAKE_OVER, status(), reason, now);
  }

  /**
   * Transfers the visitor; the number and the time already waited stay. Can be undone until the
   * ticket is changed again.
   */
  public TicketEvent transfer(Transfer to, Instant now) {
    if (status().isOver() || status() == TicketStatus.PARKED) {
      throw impossible();
    }
    TicketStatus from = status();
    handedOnFrom = new Assignment(office, topic, forCounter);
    prior = progress;
    to.topic().ifPresent(other -> topic = other);
    to.office().ifPresent(other -> office = other);
    forCounter = to.counter().orElse(null);
    progress = progress.waiting(now);
    return entry(TicketAction.TRANSFER, from, null, now);
  }

  /**
   * Corrects the language the visitor speaks: the kiosk may still have shown the language of the
   * previous visitor. It is not a step of the visit, so the last step can still be undone.
   *
   * @throws Refused {@code INVALID} if the ticket has that language already
   */
  public TicketEvent correctLanguage(String other, Instant now) {
    if (status().isOver()) {
      throw impossible();
    }
    if (language.equals(other)) {
      throw Refusal.of(Kind.INVALID, "ticket.sameLanguage").with("field", "language").asException();
    }
    String change = language + " -> " + other;
    language = other;
    return new TicketEvent(
        this, TicketAction.CORRECT_LANGUAGE, status(), Actor.COUNSELLOR, change, now);
  }

  /**
   * Corrects the topic, as staff have learnt it from the visitor; the place in line stays. It is
   * not a step of the visit, but a transfer cannot be undone after it.
   *
   * @throws Refused {@code INVALID} if the ticket has that topic already
   */
  public TicketEvent correctTopic(String right, Instant now) {
    if (status().isOver()) {
      throw impossible();
    }
    if (topic.equals(right)) {
      throw Refusal.of(Kind.INVALID, "ticket.sameTopic").with("field", "topic").asException();
    }
    String wrong = topic;
    topic = right;
    if (isHandedOn()) {
      forget();
    }
    return new TicketEvent(
        this, TicketAction.CORRECT_TOPIC, status(), Actor.COUNSELLOR, wrong, now);
  }

  /**
   * Corrects how many people come with the ticket. It is not a step of the visit.
   *
   * @param count from 1 to {@link #MOST_PERSONS}
   * @throws Refused {@code INVALID} for another number
   */
  public TicketEvent correctPersons(int count, Instant now) {
    requireCountable(count);
    if (status().isOver() && status() != TicketStatus.DONE) {
      throw impossible();
    }
    String before = Integer.toString(persons);
    persons = count;
    return new TicketEvent(
        this, TicketAction.CORRECT_PERSONS, status(), Actor.COUNSELLOR, before, now);
  }

  private static void requireCountable(int count) {
    if (count < 1 || count > MOST_PERSONS) {
      throw Refusal.of(Kind.INVALID, "ticket.persons", MOST_PERSONS)
          .with("field", "persons")
          .asException();
    }
  }

  /** Records that the visitor leaves. */
  public TicketEvent cancel(Actor actor, Instant now) {
    return advance(TicketAction.CANCEL, progress.ended(TicketStatus.CANCELLED, now), actor);
  }

  /**
   * Undoes the visitor's leaving, within {@link #UNDO_WITHIN}, and restores the previous place.
   *
   * @param last the last entry in the history
   */
  TicketEvent stay(TicketEvent last, Instant now) {
    if (!canStay(last, now)) {
      throw Refusal.of(Kind.CONFLICT, "ticket.tooLateToUndo")
          .with("state", status().name())
          .asException();
    }
    return put(TicketAction.STAY, progress.waiting(now), Actor.VISITOR);
  }

  /** Whether the visitor can undo leaving: the visitor ended the visit, just now. */
  boolean canStay(TicketEvent last, Instant now) {
    return last.action() == TicketAction.CANCEL
        && last.actor() == Actor.VISITOR
        && !now.isAfter(last.at().plus(UNDO_WITHIN));
  }

  /**
   * Corrects the topic if the visitor has touched the wrong one; number and place stay the same.
   */
  TicketEvent correctTopic(String right, Actor actor, Instant now) {
    if (status() != TicketStatus.WAITING && status() != TicketStatus.PARKED
        || origin == Origin.APPOINTMENT) {
      throw impossible();
    }
    String wrong = topic;
    topic = right;
    forget();
    steps++;
    return new TicketEvent(this, TicketAction.CORRECT_TOPIC, status(), actor, wrong, now)
        .asStep(steps);
  }

  /**
   * Undoes the last action, if it was a counsellor's: within {@link #UNDO_WITHIN}, or for a
   * transfer until the ticket is changed again.
   */
  public TicketEvent undo(Instant now) {
    boolean isOver = !isHandedOn() && now.isAfter(since().plus(UNDO_WITHIN));
    if (prior == null || isOver) {
      throw Refusal.of(Kind.CONFLICT, "ticket.tooLateToUndo")
          .with("state", status().name())
          .asException();
    }
    TicketStatus from = status();
    if (isHandedOn()) {
      office = handedOnFrom.office();
      topic = handedOnFrom.topic();
      forCounter = handedOnFrom.counter();
    }
    progress = prior;
    outcome = null;
    forget();
    return entry(TicketAction.UNDO, from, null, now);
  }

  /**
   * Undoes one particular action.
   *
   * @param meant the value of {@link #step()} after that action
   * @throws Refused {@code CONFLICT} if the ticket has been changed since, for example by a
   *     colleague
   */
  public TicketEvent undo(int meant, Instant now) {
    if (meant != steps) {
      throw Refusal.of(Kind.CONFLICT, "ticket.doneSince")
          .with("state", status().name())
          .asException();
    }
    return undo(now);
  }

  /**
   * @param seen the value of {@link #step()} that a person has seen
   * @throws Refused {@code CONFLICT} if the ticket has been changed since
   */
  public void requireStep(int seen) {
    if (seen != steps) {
      throw Refusal.of(Kind.CONFLICT, "ticket.changedMeanwhile")
          .with("state", status().name())
          .asException();
    }
  }

  /** Ends an open ticket when its day is over. */
  TicketEvent endWithTheDay(Instant now) {
    return switch (status()) {
      case WAITING, PARKED ->
          advance(TicketAction.EXPIRE, progress.ended(TicketStatus.EXPIRED, now), Actor.SCHEDULE);
      case CALLED ->
          advance(TicketAction.NO_SHOW, progress.ended(TicketStatus.NO_SHOW, now), Actor.SCHEDULE);
      case SERVING ->
          advance(TicketAction.FINISH, progress.ended(TicketStatus.DONE, now), Actor.SCHEDULE);
      case DONE, NO_SHOW, CANCELLED, EXPIRED -> throw impossible();
    };
  }

  /** Makes the last action final. */
  private void forget() {
    prior = null;
    handedOnFrom = null;
  }

  /**
   * Undoes its expiry, when the clock turns out to have been ahead.
   *
   * @param end the history entry that ended it
   */
  TicketEvent reopen(TicketEvent end, Instant now) {
    if (end.actor() != Actor.SCHEDULE || end.to() != status() || !end.at().equals(since())) {
      throw impossible();
    }
    outcome = null;
    TicketStatus before = end.from().orElseThrow(this::impossible);
    return put(TicketAction.REOPEN, progress.reopened(before, now), Actor.SCHEDULE);
  }

  /**
   * Moves it to an earlier day, when the clock by which it was issued turns out to have been ahead.
   */
  TicketEvent redate(LocalDate rightDay, Instant now) {
    day = rightDay;
    issuedAt = issuedAt.isAfter(now) ? now : issuedAt;
    key = key.isAfter(now) ? now : key;
    return put(TicketAction.REDATE, progress.notAfter(now), Actor.SCHEDULE);
  }

  /**
   * Moves it to an earlier day with the next number, if its own has been given on that day already.
   *
   * @param line the line of its office, set to the right day
   */
  TicketEvent redateAndRenumber(OfficeLine line, Instant now) {
    TicketNumber before = number();
    TicketNumber next = line.nextNumber(series);
    issuedBy = line.office();
    seriesNumber = next.value();
    TicketEvent event = redate(line.day(), now);
    return event.because(before.toString());
  }

  /** Takes the next step, unless the status does not lead there. */
  private TicketEvent advance(TicketAction action, Progress next, Actor actor) {
    requireWay(next.status());
    return put(action, next, actor);
  }

  private void requireWay(TicketStatus next) {
    if (!status().leadsTo(next)) {
      throw impossible();
    }
  }

  private TicketEvent put(TicketAction action, Progress next, Actor actor) {
    TicketStatus from = status();
    // a counsellor cannot undo what a visitor or the clock has done
    prior = actor == Actor.COUNSELLOR ? progress : null;
    handedOnFrom = null;
    progress = next;
    steps++;
    return new TicketEvent(this, action, from, actor, null, since()).asStep(steps);
  }

  /** The entry of a step that has been taken already. */
  private TicketEvent entry(TicketAction action, TicketStatus from, String reason, Instant now) {
    steps++;
    return new TicketEvent(this, action, from, Actor.COUNSELLOR, reason, now).asStep(steps);
  }

  private Refused impossible() {
    return Refusal.of(Kind.CONFLICT, "ticket.notNow").with("state", status().name()).asException();
  }

  public long id() {
    return id;
  }

  /** The slug of the office in whose line it stands. */
  public String office() {
    return office;
  }

  /**
   * The slug of the office that gave the number, if the ticket now stands in another line: that
   * office may have given the same number.
   */
  public Optional<String> broughtFrom() {
    return Optional.of(issuedBy).filter(there -> !there.equals(office));
  }

  public LocalDate day() {
    return day;
  }

  public TicketNumber number() {
    return new TicketNumber(series, seriesNumber);
  }

  public Origin origin() {
    return origin;
  }

  public String topic() {
    return topic;
  }

  /** BCP 47 tag of the language the visitor chose. */
  public String language() {
    return language;
  }

  /** How many people come with it. */
  public int persons() {
    return persons;
  }

  /** The organisations whose counsellors have served the visitor so far. */
  public Set<String> organisations() {
    return progress.organisations();
  }

  /** The outcome of the visit, once it is served. */
  public Optional<Outcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  public Instant issuedAt() {
    return issuedAt;
  }

  /** The booked time, for a checked-in appointment. */
  public Optional<Instant> slotAt() {
    return Optional.ofNullable(slotAt);
  }

  /** Why it goes before others, if it does. */
  public Optional<String> urgentReason() {
    return Optional.ofNullable(urgentReason);
  }

  /** Its place in line: the smallest key goes first. */
  public Instant key() {
    return key;
  }

  /** The one counter to which it was transferred. */
  public Optional<Long> forCounter() {
    return Optional.ofNullable(forCounter);
  }

  public TicketStatus status() {
    return progress.status();
  }

  /** Since when it has had its status. */
  public Instant since() {
    return progress.since();
  }

  /** The counter to which it was last called. */
  public Optional<Long> counter() {
    return Optional.ofNullable(progress.counter());
  }

  public Optional<Long> callSeq() {
    return Optional.ofNullable(progress.callSeq());
  }

  public Optional<Instant> calledAt() {
    return Optional.ofNullable(progress.calledAt());
  }

  /** How often it was recalled after the first call. */
  public int recalls() {
    return progress.recalls();
  }

  /** When the visitor answered the last call; the visitor has been on the way since. */
  public Optional<Instant> comingSince() {
    return Optional.ofNullable(progress.comingSince());
  }

  public Optional<Instant> servingSince() {
    return Optional.ofNullable(progress.servingSince());
  }

  /** When a parked ticket returns to the line by itself. */
  public Optional<Instant> backAt() {
    return Optional.ofNullable(progress.backAt());
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(progress.endedAt());
  }

  /** Until when the last action can be undone; empty if it cannot, or if it is a transfer. */
  public Optional<Instant> undoableUntil() {
    return Optional.ofNullable(prior)
        .filter(p -> !isHandedOn())
        .map(p -> since().plus(UNDO_WITHIN));
  }

  /** Whether it was transferred and has not been changed since. */
  public boolean isHandedOn() {
    return handedOnFrom != null;
  }

  /** The slug of the office that has transferred it, as long as that can be undone. */
  public Optional<String> handedOnBy() {
    return Optional.ofNullable(handedOnFrom).map(Assignment::office);
  }

  /** The number of changes so far, which identifies the last one. */
  public int step() {
    return steps;
  }

  /**
   * Whether the visitor can open it: on its day, until some time after the visit has ended or the
   * office has closed.
   *
   * @param there the office in whose line it stands
   */
  boolean isInSight(Office there, Instant now) {
    return endedAt().filter(end -> now.isAfter(end.plus(IN_SIGHT))).isEmpty()
        && !day.isBefore(there.dayOf(now).date())
        && !isForgotten(there, now);
  }

  /**
   * Whether nothing of it is needed any more: it is over and cannot be undone, and its office has
   * been closed for some time or its day has passed.
   *
   * @param there the office in whose line it stands
   */
  public boolean isForgotten(Office there, Instant now) {
    LocalDate today = there.dayOf(now).date();
    boolean closed = there.isClosedFor(Retention.TICKETS.duration(), now);
    return status().isOver()
        && now.isAfter(since().plus(UNDO_WITHIN))
        && (day.isBefore(today) || day.equals(today) && closed);
  }

  /** The idempotency key of the request that made it, if it had one. */
  Optional<String> requestKey() {
    return Optional.ofNullable(requestKey);
  }

  /**
   * Whether it answers a repetition of the request that made it.
   *
   * @param done the actions since: a transfer replaces the requested topic, a correction the
   *     requested language
   */
  boolean answers(String toOffice, TicketRequest request, Set<TicketAction> done) {
    return issuedBy.equals(toOffice)
        && (done.contains(TicketAction.TRANSFER)
            || done.contains(TicketAction.CORRECT_TOPIC)
            || topic.equals(request.topic()))
        && (done.contains(TicketAction.CORRECT_LANGUAGE) || language.equals(request.language()))
        && Optional.ofNullable(audience).equals(request.audience());
  }
}
