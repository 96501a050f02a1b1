package de.lokalwillkommen.core.waitlist;

import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.WordSetAsText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * A person who would like an appointment, or an earlier one. The entry waits in the order of
 * joining until an offer is taken, the visitor leaves, or the last wanted day has passed. A
 * declined offer does not change the place.
 */
@Entity
@Table(name = "waitlist_entry")
public class WaitlistEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  private String code;

  @Column(name = "topic_id")
  private String topic;

  private String language;

  @Convert(converter = WordSetAsText.class)
  private Set<String> offices;

  @Column(name = "first_day")
  private LocalDate firstDay;

  @Column(name = "last_day")
  private LocalDate lastDay;

  @Enumerated(EnumType.STRING)
  @Column(name = "part_of_day")
  private PartOfDay partOfDay;

  @Column(name = "appointment_id")
  private Long appointment;

  private String contact;

  @Column(name = "request_key")
  private String requestKey;

  @Enumerated(EnumType.STRING)
  private WaitlistStatus status;

  @Column(name = "joined_at")
  private Instant joinedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected WaitlistEntry() {}

  WaitlistEntry(BookingCode code, WaitlistWish wish, Optional<Long> appointment, Instant now) {
    this.code = code.value();
    this.topic = wish.topic();
    this.language = wish.language();
    this.offices = wish.offices();
    this.firstDay = wish.firstDay();
    this.lastDay = wish.lastDay();
    this.partOfDay = wish.partOfDay();
    this.appointment = appointment.orElse(null);
    this.contact = wish.contact().map(Contact::mail).orElse(null);
    this.requestKey = wish.requestKey().orElse(null);
    this.status = WaitlistStatus.WAITING;
    this.joinedAt = now;
  }

  /** Whether it waits for a place in that office. */
  boolean wantsIn(String office) {
    return status == WaitlistStatus.WAITING && offices.contains(office);
  }

  /** Whether a time suits the entry. */
  boolean wants(ZonedDateTime start) {
    LocalDate day = start.toLocalDate();
    LocalTime time = start.toLocalTime();
    return !day.isBefore(firstDay) && !day.isAfter(lastDay) && partOfDay.includes(time);
  }

  /** Whether a time exists that suits both. */
  boolean competesWith(WaitlistEntry other) {
    return offices.stream().anyMatch(other.offices::contains)
        && !firstDay.isAfter(other.lastDay)
        && !other.firstDay.isAfter(lastDay)
        && partOfDay.overlaps(other.partOfDay);
  }

  /** Records that an offer was taken, with the appointment it became. */
  void serve(long asAppointment, Instant now) {
    end(WaitlistStatus.SERVED, now);
    appointment = asAppointment;
  }

  void leave(Instant now) {
    end(WaitlistStatus.LEFT, now);
  }

  /** Undoes the withdrawal. */
  void waitAgain(Optional<Contact> reached) {
    status = WaitlistStatus.WAITING;
    endedAt = null;
    contact = reached.map(Contact::mail).orElse(null);
  }

  void endWithItsDays(Instant now) {
    end(WaitlistStatus.ENDED, now);
  }

  /**
   * Whether it answers a repetition of the request that made it.
   *
   * @param wish the wish as it would be stored
   * @param instead the identifier of the appointment that an offer would replace
   */
  boolean answers(WaitlistWish wish, Optional<Long> instead) {
    return topic.equals(wish.topic())
        && language.equals(wish.language())
        && offices.equals(wish.offices())
        && firstDay.equals(wish.firstDay())
        && lastDay.equals(wish.lastDay())
        && partOfDay == wish.partOfDay()
        && waitsInsteadOf(instead);
  }

  private boolean waitsInsteadOf(Optional<Long> instead) {
    // a visitor without an appointment got one by an offer that was taken
    return instead.equals(appointment()) || instead.isEmpty() && status == WaitlistStatus.SERVED;
  }

  /** Ends the entry and deletes the address. */
  private void end(WaitlistStatus last, Instant now) {
    if (status != WaitlistStatus.WAITING) {
      throw Refusal.of(Kind.CONFLICT, "waitlist.over").with("state", status.name()).asException();
    }
    status = last;
    endedAt = now;
    contact = null;
  }

  long id() {
    return id;
  }

  /** The code by which the visitor knows it. */
  public BookingCode code() {
    return new BookingCode(code);
  }

  String topic() {
    return topic;
  }

  String language() {
    return language;
  }

  Set<String> offices() {
    return offices;
  }

  LocalDate firstDay() {
    return firstDay;
  }

  LocalDate lastDay() {
    return lastDay;
  }

  PartOfDay partOfDay() {
    return partOfDay;
  }

  /** The appointment that an offer would replace, or that it has become. */
  Optional<Long> appointment() {
    return Optional.ofNullable(appointment);
  }

  /** The visitor's mail address, while the entry waits. */
  public Optional<Contact> contact() {
    return Contact.find(contact);
  }

  WaitlistStatus status() {
    return status;
  }

  boolean isWaiting() {
    return status == WaitlistStatus.WAITING;
  }

  Optional<String> requestKey() {
    return Optional.ofNullable(requestKey);
  }

  Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  Instant joinedAt() {
    return joinedAt;
  }
}
