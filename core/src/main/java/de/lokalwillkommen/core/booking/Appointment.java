package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.timetable.Place;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A visitor's booked time. HELD for some minutes while the visitor confirms, then BOOKED. It may be
 * moved any number of times under the same code. At check-in it becomes a ticket, and COMPLETED or
 * NO_SHOW as the ticket ends. It may also be CANCELLED, or LAPSE unconfirmed. Only this class
 * changes its status, and every change returns its entry in the history.
 */
@Entity
@Table(name = "appointment")
public class Appointment {

  /** How long a slot is kept while the visitor confirms. */
  public static final Duration HELD_FOR = Duration.ofMinutes(5);

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  private String code;

  @Column(name = "office_id")
  private String office;

  @Column(name = "topic_id")
  private String topic;

  private String language;

  @Column(name = "availability_id")
  private long availability;

  private int desk;

  @Column(name = "starts_at")
  private Instant start;

  @Column(name = "ends_at")
  private Instant end;

  @Enumerated(EnumType.STRING)
  private AppointmentStatus status;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  @Column(name = "request_key")
  private String requestKey;

  @Column(name = "flow")
  private String session;

  private String contact;

  @Column(name = "requested_at")
  private Instant requestedAt;

  @Column(name = "held_until")
  private Instant heldUntil;

  private int moves;

  @Column(name = "ticket_id")
  private Long ticket;

  private Instant since;

  @Enumerated(EnumType.STRING)
  @Column(name = "office_reason")
  private OfficeReason officeReason;

  protected Appointment() {}

  /** A place held for the visitor until {@code heldUntil}. */
  public Appointment(
      BookingCode code, BookingWish wish, Place place, Instant heldUntil, Instant now) {
    this.code = code.value();
    this.office = wish.slot().office();
    this.topic = wish.topic();
    this.language = wish.language();
    this.channel = wish.channel();
    this.requestKey = wish.requestKey().map(RequestKey::text).orElse(null);
    this.session = wish.session().map(RequestKey::text).orElse(null);
    this.contact = wish.contact().map(Contact::mail).orElse(null);
    this.requestedAt = now;
    this.heldUntil = heldUntil;
    this.status = AppointmentStatus.HELD;
    this.since = now;
    put(place);
  }

  /** Sets when the visitor first asked: the lead time is counted from then. */
  public Appointment wantedSince(Instant then) {
    requestedAt = then;
    return this;
  }

  AppointmentEvent held() {
    return new AppointmentEvent(this, AppointmentAction.HOLD, null, channel.actor(), since);
  }

  /** Confirms the appointment; stores the address if one is given, else keeps the previous one. */
  AppointmentEvent confirm(Optional<Contact> leaves, Instant now) {
    if (status != AppointmentStatus.HELD) {
      throw impossible();
    }
    leaves.ifPresent(c -> contact = c.mail());
    heldUntil = null;
    return step(AppointmentAction.BOOK, AppointmentStatus.BOOKED, channel.actor(), now);
  }

  /** Moves it to another time, perhaps in another office, under the same code. */
  AppointmentEvent moveTo(String toOffice, Place place, AppointmentMove move) {
    requireBooked();
    office = toOffice;
    officeReason = move.why().orElse(null);
    put(place);
    moves++;
    return step(AppointmentAction.MOVE, AppointmentStatus.BOOKED, move.actor(), move.at());
  }

  /** Refuses an action that needs a confirmed appointment. */
  void requireBooked() {
    if (status != AppointmentStatus.BOOKED) {
      throw impossible();
    }
  }

  /**
   * Cancels the appointment; drops the contact address unless a cancellation mail is still to be
   * sent.
   */
  AppointmentEvent cancel(Actor actor, Instant now) {
    return cancel(actor, Optional.empty(), now);
  }

  /** Cancels the appointment, perhaps for a reason of the office. */
  AppointmentEvent cancel(Actor actor, Optional<OfficeReason> why, Instant now) {
    boolean isToBeTold = status == AppointmentStatus.BOOKED && contact != null;
    AppointmentEvent event =
        step(AppointmentAction.CANCEL, AppointmentStatus.CANCELLED, actor, now);
    officeReason = why.orElse(null);
    if (!isToBeTold) {
      forgetContact();
    }
    return event;
  }

  /** Records that the visitor is there and has a ticket. */
  AppointmentEvent checkIn(long itsTicket, Actor actor, Instant now) {
    AppointmentEvent event =
        step(AppointmentAction.CHECK_IN, AppointmentStatus.CHECKED_IN, actor, now);
    ticket = itsTicket;
    return event;
  }

  /** Ends the appointment as its ticket ends, and reopens it if the ticket is open again. */
  Optional<AppointmentEvent> follow(TicketStatus ticketStatus, Instant now) {
    AppointmentStatus next =
        switch (ticketStatus) {
          case DONE -> AppointmentStatus.COMPLETED;
          case NO_SHOW, CANCELLED, EXPIRED -> AppointmentStatus.NO_SHOW;
          case WAITING, CALLED, SERVING, PARKED -> AppointmentStatus.CHECKED_IN;
        };
    return next == status
        ? Optional.empty()
        : Optional.of(step(AppointmentAction.FOLLOW, next, Actor.SCHEDULE, now));
  }

  /** Marks it as missed: its day is over and the visitor did not come. */
  AppointmentEvent miss(Instant now) {
    return step(AppointmentAction.MISS, AppointmentStatus.NO_SHOW, Actor.SCHEDULE, now);
  }

  /**
   * Undoes the mark as missed, when the clock turns out to have been ahead.
   *
   * @param miss the history entry that marked it as missed
   */
  AppointmentEvent reinstate(AppointmentEvent miss, Instant now) {
    if (status != AppointmentStatus.NO_SHOW
        || miss.action() != AppointmentAction.MISS
        || !miss.at().equals(since)) {
      throw impossible();
    }
    return put(AppointmentAction.REINSTATE, AppointmentStatus.BOOKED, Actor.SCHEDULE, now);
  }

  /** Ends a hold that was not confirmed in time. */
  AppointmentEvent lapse(Instant now) {
    if (!isHeldNoLonger(now)) {
      throw impossible();
    }
    AppointmentEvent event =
        step(AppointmentAction.LAPSE, AppointmentStatus.LAPSED, Actor.SCHEDULE, now);
    forgetContact();
    return event;
  }

  /** Deletes the contact address. */
  public void forgetContact() {
    contact = null;
    session = null;
  }

  private AppointmentEvent step(
      AppointmentAction action, AppointmentStatus next, Actor actor, Instant now) {
    if (!status.leadsTo(next)) {
      throw impossible();
    }
    return put(action, next, actor, now);
  }

  private AppointmentEvent put(
      AppointmentAction action, AppointmentStatus next, Actor actor, Instant now) {
    AppointmentStatus from = status;
    status = next;
    since = now;
    return new AppointmentEvent(this, action, from, actor, now);
  }

  private void put(Place place) {
    availability = place.availability();
    desk = place.desk();
    start = place.start();
    end = place.end();
  }

  private Refused impossible() {
    return Refusal.of(Kind.CONFLICT, "appointment.notNow")
        .with("state", status.name())
        .asException();
  }

  public long id() {
    return id;
  }

  /** The code by which the visitor knows it. */
  public BookingCode code() {
    return new BookingCode(code);
  }

  /** The slug of its office. */
  public String office() {
    return office;
  }

  public String topic() {
    return topic;
  }

  public String language() {
    return language;
  }

  public Place place() {
    return new Place(availability, desk, start, end);
  }

  public Instant start() {
    return start;
  }

  public Instant end() {
    return end;
  }

  /** The last stored status; see {@link #statusAt} for holds that have expired since. */
  public AppointmentStatus status() {
    return status;
  }

  /**
   * The status at an instant: an expired hold has lapsed, even if no change has been stored yet.
   */
  AppointmentStatus statusAt(Instant now) {
    return isHeldNoLonger(now) ? AppointmentStatus.LAPSED : status;
  }

  /** How it was booked. */
  public Channel channel() {
    return channel;
  }

  /** The visitor's mail address, as long as it is needed. */
  public Optional<Contact> contact() {
    return Contact.find(contact);
  }

  /** The idempotency key of the request that made it. */
  Optional<String> requestKey() {
    return Optional.ofNullable(requestKey);
  }

  /** The session in which it was booked. */
  public Optional<String> session() {
    return Optional.ofNullable(session);
  }

  /** When the visitor first asked for an appointment; a move does not change it. */
  Instant requestedAt() {
    return requestedAt;
  }

  /** The lead time: from the first request to the slot. */
  public Duration lead() {
    return Duration.between(requestedAt, start);
  }

  /** When its status began; for an appointment still to come, when it was booked or last moved. */
  public Instant since() {
    return since;
  }

  /** When the hold expires; empty once it is confirmed. */
  public Optional<Instant> heldUntil() {
    return Optional.ofNullable(heldUntil);
  }

  /** Why the office moved or cancelled it, if that was its last change of time. */
  Optional<OfficeReason> officeReason() {
    return Optional.ofNullable(officeReason);
  }

  /** How often it was moved: the sequence number of its calendar entry. */
  int moves() {
    return moves;
  }

  Optional<Long> ticket() {
    return Optional.ofNullable(ticket);
  }

  /** Whether the visitor has ever confirmed it. */
  public boolean wasConfirmed() {
    return heldUntil == null;
  }

  boolean isHeldNoLonger(Instant now) {
    return status == AppointmentStatus.HELD && !now.isBefore(heldUntil);
  }

  /** Whether it answers a repetition of the request that made it. */
  boolean answers(BookingWish wish) {
    return topic.equals(wish.topic())
        && language.equals(wish.language())
        && (moves > 0 || office.equals(wish.slot().office()) && start.equals(wish.slot().start()));
  }
}
