package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.InstantAsTimestamp;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.kernel.UniqueKey;
import de.lokalwillkommen.core.timetable.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@ApplicationScoped
class JpaAppointments implements Appointments {

  /** An upper bound on the length of an appointment: it ends on the day on which it begins. */
  private static final Duration LONGEST = Duration.ofHours(25);

  /**
   * Names the index: while Derby's statistics know only one status of appointments, Derby reads all
   * appointments of an office to find the few that are held. PostgreSQL takes it as a comment.
   */
  private static final String FROM_HELD =
      " from appointment --DERBY-PROPERTIES index=APPOINTMENT_HELD\n"
          + " where status = 'HELD' and office_id = ?1";

  private static final InstantAsTimestamp STORED = new InstantAsTimestamp();

  private static final UniqueKey REQUEST = new UniqueKey("appointment_request");
  private static final UniqueKey CELL = new UniqueKey("slot_claim_once");

  private EntityManager entities;

  protected JpaAppointments() {}

  @Inject
  JpaAppointments(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void lock(List<String> offices) {
    // a transaction that holds a book never waits for the row that creates books: the one that
    // holds that row may wait for this book
    if (offices.size() > 1 && !offices.stream().allMatch(this::exists)) {
      lockToBeMade();
    }
    offices.forEach(this::lockOrCreate);
  }

  /** One book in one query: Derby holds a row that it has read while it waits for the next. */
  private boolean exists(String office) {
    return !entities
        .createQuery("select b.office from AppointmentBook b where b.office = :o", String.class)
        .setParameter("o", office)
        .getResultList()
        .isEmpty();
  }

  private void lockOrCreate(String office) {
    if (!isLocked(office)) {
      // of two transactions that create the same book, the second waits here and finds it
      lockToBeMade();
      if (!isLocked(office)) {
        entities.persist(new AppointmentBook(office));
        entities.flush();
      }
    }
  }

  private boolean isLocked(String office) {
    return entities.find(AppointmentBook.class, office, LockModeType.PESSIMISTIC_WRITE) != null;
  }

  private void lockToBeMade() {
    entities.find(
        AppointmentBook.class, AppointmentBook.TO_BE_MADE, LockModeType.PESSIMISTIC_WRITE);
  }

  @Override
  public void lockAcrossOffices() {
    entities
        .find(CrossOfficeLock.class, CrossOfficeLock.ONLY, LockModeType.PESSIMISTIC_WRITE)
        .take();
  }

  @Override
  public AppointmentBook getLocked(String office) {
    return entities.find(AppointmentBook.class, office);
  }

  @Override
  public long versionOf(String office) {
    return entities
        .createQuery("select b.version from AppointmentBook b where b.office = :o", Long.class)
        .setParameter("o", office)
        .getResultStream()
        .findFirst()
        .orElse(0L);
  }

  @Override
  public boolean isSettledFor(String office, LocalDate day) {
    return !entities
        .createQuery(
            "select b.office from AppointmentBook b where b.office = :o and b.settledOn = :day",
            String.class)
        .setParameter("o", office)
        .setParameter("day", day)
        .getResultList()
        .isEmpty();
  }

  @Override
  public void add(Appointment appointment) {
    entities.persist(appointment);
  }

  @Override
  public void add(AppointmentEvent event) {
    entities.persist(event);
  }

  @Override
  public void claim(Place place, Appointment appointment) {
    SlotClaim.of(place, appointment.id()).forEach(entities::persist);
    try {
      entities.flush();
    } catch (PersistenceException e) {
      if (REQUEST.isViolatedBy(e)) {
        throw RequestKey.otherBody();
      }
      throw CELL.isViolatedBy(e)
          ? Refusal.of(Kind.CONFLICT, "slot.taken").with("reason", "taken").asException()
          : e;
    }
  }

  @Override
  public void release(Appointment appointment) {
    entities.flush();
    entities
        .createQuery("delete from SlotClaim c where c.appointment = :appointment")
        .setParameter("appointment", appointment.id())
        .executeUpdate();
  }

  @Override
  public Optional<Appointment> find(BookingCode code) {
    return first("select a from Appointment a where a.code = :code", "code", code.value());
  }

  @Override
  public Optional<Appointment> find(long id) {
    return Optional.ofNullable(entities.find(Appointment.class, id));
  }

  @Override
  public Appointment getAgain(Appointment seen) {
    // refreshing would overwrite changes that are not yet written
    entities.flush();
    entities.refresh(seen);
    return seen;
  }

  @Override
  public Optional<Appointment> findByRequest(RequestKey key) {
    return first("select a from Appointment a where a.requestKey = :key", "key", key.text());
  }

  @Override
  public Optional<Appointment> findByTicket(long ticket) {
    return first("select a from Appointment a where a.ticket = :ticket", "ticket", ticket);
  }

  private Optional<Appointment> first(String query, String name, Object value) {
    return entities
        .createQuery(query, Appointment.class)
        .setParameter(name, value)
        .getResultStream()
        .findFirst();
  }

  @Override
  public int countOpenOf(Contact contact, Instant now) {
    return entities
        .createQuery(
            "select count(a) from Appointment a where a.contact = :contact and a.end > :now"
                + " and (a.status = :booked"
                + " or a.status = :held and a.heldUntil > :now and a.channel <> :offered)",
            Long.class)
        .setParameter("contact", contact.mail())
        .setParameter("held", AppointmentStatus.HELD)
        .setParameter("booked", AppointmentStatus.BOOKED)
        .setParameter("offered", Channel.WAITLIST)
        .setParameter("now", now)
        .getSingleResult()
        .intValue();
  }

  @Override
  public List<Appointment> listOpenOfSession(RequestKey session) {
    return entities
        .createQuery(
            "select a from Appointment a where a.session = :session and a.status in (:held, :booked)",
            Appointment.class)
        .setParameter("session", session.text())
        .setParameter("held", AppointmentStatus.HELD)
        .setParameter("booked", AppointmentStatus.BOOKED)
        .getResultList();
  }

  @Override
  public int countHeld(String office) {
    Number held =
        (Number)
            entities
                .createNativeQuery("select count(*)" + FROM_HELD + " and channel <> ?2")
                .setParameter(1, office)
                .setParameter(2, Channel.WAITLIST.name())
                .getSingleResult();
    return held.intValue();
  }

  @Override
  public List<Place> listTaken(String office, Instant from, Instant to) {
    // only the columns: one search reads thousands of them
    return entities
        .createQuery(
            "select a.availability, a.desk, a.start, a.end from Appointment a"
                + " where a.office = :office and a.start > :lately and a.start < :to"
                + " and a.end > :from"
                + " and a.status in :taking",
            Object[].class)
        .setParameter("office", office)
        .setParameter("lately", from.minus(LONGEST))
        .setParameter("from", from)
        .setParameter("to", to)
        .setParameter("taking", AppointmentStatus.TAKING)
        .getResultStream()
        .map(row -> new Place((long) row[0], (int) row[1], (Instant) row[2], (Instant) row[3]))
        .toList();
  }

  @Override
  public List<Appointment> listHeldNoLonger(String office, Instant now) {
    Stream<?> found =
        entities
            .createNativeQuery(
                "select *" + FROM_HELD + " and held_until <= ?2 order by held_until, id",
                Appointment.class)
            .setParameter(1, office)
            .setParameter(2, STORED.convertToDatabaseColumn(now))
            .getResultStream();
    return found.map(Appointment.class::cast).toList();
  }

  @Override
  public List<Appointment> listMissedBefore(String office, Instant dayBegins) {
    return entities
        .createQuery(
            "select a from Appointment a where a.office = :office and a.status = :booked"
                + " and a.end <= :before",
            Appointment.class)
        .setParameter("office", office)
        .setParameter("booked", AppointmentStatus.BOOKED)
        .setParameter("before", dayBegins)
        .getResultList();
  }

  @Override
  public List<AppointmentEvent> listMissesAfter(String office, Instant instant) {
    return entities
        .createQuery(
            "select e from AppointmentEvent e, Appointment a where e.appointment = a.id"
                + " and e.office = :office and e.at > :instant and e.action = :miss"
                + " and a.status = :missed and a.since = e.at order by a.id",
            AppointmentEvent.class)
        .setParameter("office", office)
        .setParameter("instant", instant)
        .setParameter("miss", AppointmentAction.MISS)
        .setParameter("missed", AppointmentStatus.NO_SHOW)
        .getResultList();
  }

  @Override
  public List<Appointment> listBetween(String office, Instant from, Instant to) {
    return entities
        .createQuery(
            "select a from Appointment a where a.office = :office and a.start >= :from"
                + " and a.start < :to order by a.start, a.id",
            Appointment.class)
        .setParameter("office", office)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultList();
  }

  @Override
  public List<Appointment> listTakingAfter(String office, Instant from) {
    return entities
        .createQuery(
            "select a from Appointment a where a.office = :office and a.start > :lately"
                + " and a.end > :from and a.status in :taking order by a.start, a.id",
            Appointment.class)
        .setParameter("office", office)
        .setParameter("lately", from.minus(LONGEST))
        .setParameter("from", from)
        .setParameter("taking", AppointmentStatus.TAKING)
        .getResultList();
  }

  @Override
  public List<Appointment> listContactsEndedBefore(Instant instant) {
    return entities
        .createQuery(
            "select a from Appointment a where (a.contact is not null or a.session is not null)"
                + " and a.end <= :instant",
            Appointment.class)
        .setParameter("instant", instant)
        .getResultList();
  }

  @Override
  public List<AppointmentEvent> listBookings(String office, Instant from, Instant to) {
    return entities
        .createQuery(
            "select e from AppointmentEvent e where e.office = :office and e.at >= :from"
                + " and e.at < :to and e.action = :book",
            AppointmentEvent.class)
        .setParameter("office", office)
        .setParameter("from", from)
        .setParameter("to", to)
        .setParameter("book", AppointmentAction.BOOK)
        .getResultList();
  }
}
