package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
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
 * A visitor's booked time. HELD for some minutes while the visitor confirms, then BOOKED; it may be
 * moved any number of times under the same code; at check-in it becomes a ticket, and COMPLETED or
 * NO_SHOW as the ticket ends. It may also be CANCELLED, or LAPSE unconfirmed. Only this class
 * changes its status, and every change answers with its entry in the history.
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

  private String flow;

  private String contact;

  @Column(name = "requested_at")
  private Instant requestedAt;

  @Column(name = "held_until")
  private Instant heldUntil;

  private int moves;

  @Column(name = "ticket_id")
  private Long ticket;

  private Instant since;

  protected Appointment() {}

  /** A place kept for the visitor until then. */
  public Appointment(
      BookingCode code, BookingWish wish, Place place, Instant heldUntil, Instant now) {
    this.code = code.value();
    this.office = wish.slot().office();
    this.topic = wish.topic();
    this.language = wish.language();
    this.channel = wish.channel();
    this.requestKey = wish.requestKey().orElse(null);
    this.flow = wish.flow().orElse(null);
    this.contact = wish.contact().map(Contact::mail).orElse(null);
    this.requestedAt = now;
    this.heldUntil = heldUntil;
    this.status = AppointmentStatus.HELD;
    this.since = now;
    put(place);
  }

  /** Somebody has waited for it since then. */
  public Appointment wantedSince(Instant then) {
    requestedAt = then;
    return this;
  }

  AppointmentEvent held() {
    return new AppointmentEvent(this, AppointmentAction.HOLD, null, channel.actor(), since);
  }

  /** The visitor wants it; leaves an address, or stays with the one left before. */
  AppointmentEvent confirm(Optional<Contact> leaves, Instant now) {
    if (status != AppointmentStatus.HELD) {
      throw impossible();
    }
    leaves.ifPresent(c -> contact = c.mail());
    heldUntil = null;
    return step(AppointmentAction.BOOK, AppointmentStatus.BOOKED, channel.actor(), now);
  }

  /** To another time, perhaps in another office, under the same code. */
  AppointmentEvent moveTo(String toOffice, Place place, Actor actor, Instant now) {
    requireBooked();
    office = toOffice;
    put(place);
    moves++;
    return step(AppointmentAction.MOVE, AppointmentStatus.BOOKED, actor, now);
  }

  /** Refuses what can only be done with a confirmed appointment. */
  void requireBooked() {
    if (status != AppointmentStatus.BOOKED) {
      throw impossible();
    }
  }

  /** Given up. The address is of no more use, unless it is yet to be told there. */
  AppointmentEvent cancel(Actor actor, Instant now) {
    boolean isToBeTold = status == AppointmentStatus.BOOKED && contact != null;
    AppointmentEvent event =
        step(AppointmentAction.CANCEL, AppointmentStatus.CANCELLED, actor, now);
    if (!isToBeTold) {
      forgetContact();
    }
    return event;
  }

  /** The visitor is there and has become a ticket. */
  AppointmentEvent checkIn(long itsTicket, Actor actor, Instant now) {
    AppointmentEvent event =
        step(AppointmentAction.CHECK_IN, AppointmentStatus.CHECKED_IN, actor, now);
    ticket = itsTicket;
    return event;
  }

  /** It ends as its ticket does, and is open again if the ticket is. */
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

  /** Its day is over and nobody came. */
  AppointmentEvent miss(Instant now) {
    return step(AppointmentAction.MISS, AppointmentStatus.NO_SHOW, Actor.SCHEDULE, now);
  }

  /**
   * Undoes that it was marked as missed, when the clock turns out to have been ahead.
   *
   * @param miss how it was missed
   */
  AppointmentEvent reinstate(AppointmentEvent miss, Instant now) {
    if (status != AppointmentStatus.NO_SHOW
        || miss.action() != AppointmentAction.MISS
        || !miss.at().equals(since)) {
      throw impossible();
    }
    return put(AppointmentAction.REINSTATE, AppointmentStatus.BOOKED, Actor.SCHEDULE, now);
  }

  /** It was not confirmed in time. */
  AppointmentEvent lapse(Instant now) {
    if (!isHeldNoLonger(now)) {
      throw impossible();
    }
    AppointmentEvent event =
        step(AppointmentAction.LAPSE, AppointmentStatus.LAPSED, Actor.SCHEDULE, now);
    forgetContact();
    return event;
  }

  /** Forgets how its visitor can be reached. */
  public void forgetContact() {
    contact = null;
    flow = null;
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

  /** What its visitor knows it by. */
  public BookingCode code() {
    return new BookingCode(code);
  }

  /** The slug of the office in which it is. */
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

  /** Where it was when that was last written down. */
  public AppointmentStatus status() {
    return status;
  }

  /** Where it stands: a hold is over with its time, whether or not anybody has written it down. */
  AppointmentStatus statusAt(Instant now) {
    return isHeldNoLonger(now) ? AppointmentStatus.LAPSED : status;
  }

  /** By which way it was booked. */
  public Channel channel() {
    return channel;
  }

  /** Where its visitor is reached by mail, as long as that is of use. */
  public Optional<Contact> contact() {
    return Contact.find(contact);
  }

  /** The key of the request it answered. */
  Optional<String> requestKey() {
    return Optional.ofNullable(requestKey);
  }

  /** The visit in which it was booked. */
  public Optional<String> flow() {
    return Optional.ofNullable(flow);
  }

  /** When its visitor first asked for an appointment: a move changes nothing about it. */
  Instant requestedAt() {
    return requestedAt;
  }

  /** When it came to stand as it does: when it was booked or last moved, if it is still to come. */
  public Instant since() {
    return since;
  }

  /** Until when its place is kept; empty once it was confirmed. */
  public Optional<Instant> heldUntil() {
    return Optional.ofNullable(heldUntil);
  }

  /** How often it was moved: the sequence number of its calendar entry. */
  int moves() {
    return moves;
  }

  Optional<Long> ticket() {
    return Optional.ofNullable(ticket);
  }

  /** Whether its visitor has ever said yes. */
  public boolean wasConfirmed() {
    return heldUntil == null;
  }

  boolean isHeldNoLonger(Instant now) {
    return status == AppointmentStatus.HELD && !now.isBefore(heldUntil);
  }

  /** Whether the same thing was asked for with the same key. */
  boolean answers(BookingWish wish) {
    return topic.equals(wish.topic())
        && language.equals(wish.language())
        && (moves > 0 || office.equals(wish.slot().office()) && start.equals(wish.slot().start()));
  }
}
