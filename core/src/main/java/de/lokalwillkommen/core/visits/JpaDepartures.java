package de.lokalwillkommen.core.visits;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.enquiries.Enquiry;
import de.lokalwillkommen.core.ticketing.NumbersGone;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketEvent;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

@ApplicationScoped
class JpaDepartures implements Departures {

  private static final Set<TicketStatus> OVER =
      EnumSet.of(
          TicketStatus.DONE, TicketStatus.NO_SHOW, TicketStatus.CANCELLED, TicketStatus.EXPIRED);

  private EntityManager entities;

  protected JpaDepartures() {}

  @Inject
  JpaDepartures(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public List<Long> listOver(String office, LocalDate until, int atMost) {
    return entities
        .createQuery(
            "select t.id from Ticket t where t.office = :office and t.day <= :until"
                + " and t.progress.status in :over",
            Long.class)
        .setParameter("office", office)
        .setParameter("until", until)
        .setParameter("over", OVER)
        .setMaxResults(atMost)
        .getResultList();
  }

  @Override
  public Map<Long, List<TicketEvent>> historiesOf(Collection<Long> tickets) {
    return entities
        .createQuery(
            "select e from TicketEvent e where e.ticket in :tickets order by e.at, e.id",
            TicketEvent.class)
        .setParameter("tickets", tickets)
        .getResultStream()
        .collect(Collectors.groupingBy(TicketEvent::ticket));
  }

  @Override
  public Set<String> listOfficesOfAppointments(Collection<Long> tickets) {
    return entities
        .createQuery(
            "select distinct a.office from Appointment a where a.ticket in :tickets", String.class)
        .setParameter("tickets", tickets)
        .getResultStream()
        .collect(Collectors.toSet());
  }

  @Override
  public List<StaffedCounter> listStaffed(String office, Instant from, Instant until) {
    return entities
        .createQuery(
            "select s.counter, s.beganAt, s.endedAt, s.languages, c.organisation"
                + " from CounterShift s, Counsellor c where s.counsellor = c.id"
                + " and s.office = :office and s.beganAt <= :until"
                + " and (s.endedAt is null or s.endedAt >= :from)",
            Object[].class)
        .setParameter("office", office)
        .setParameter("from", from)
        .setParameter("until", until)
        .getResultStream()
        .map(JpaDepartures::staffed)
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static StaffedCounter staffed(Object[] row) {
    return new StaffedCounter(
        (Long) row[0],
        (Instant) row[1],
        Optional.ofNullable((Instant) row[2]),
        (Set<String>) row[3],
        Optional.ofNullable((String) row[4]));
  }

  @Override
  public List<Enquiry> listEnquiriesBefore(String office, LocalDate day, int atMost) {
    return entities
        .createQuery(
            "select e from Enquiry e where e.office = :office and e.day < :day order by e.day",
            Enquiry.class)
        .setParameter("office", office)
        .setParameter("day", day)
        .setMaxResults(atMost)
        .getResultList();
  }

  @Override
  public void remove(Enquiry enquiry) {
    entities.remove(enquiry);
  }

  @Override
  public void add(Visit visit) {
    entities.persist(visit);
  }

  @Override
  public void add(VisitProperty property) {
    entities.persist(property);
  }

  @Override
  public void remove(List<Ticket> tickets) {
    // in one order, since another round may be at the same rows
    tickets.stream()
        .collect(Collectors.groupingBy(JpaDepartures::series, TreeMap::new, Collectors.toList()))
        .forEach(this::count);
    List<Long> ids = tickets.stream().map(Ticket::id).toList();
    entities.flush();
    entities.clear();
    update("update Appointment a set a.ticket = null where a.ticket in :ids", ids);
    update("delete from TicketEvent e where e.ticket in :ids", ids);
    update("delete from Ticket t where t.id in :ids", ids);
  }

  private static NumbersGone.Key series(Ticket ticket) {
    String office = ticket.broughtFrom().orElse(ticket.office());
    return new NumbersGone.Key(office, ticket.day(), ticket.number().series());
  }

  /**
   * Locks the row: rounds of two offices count in the same one if tickets were brought from one to
   * the other, and so do two rounds of an office after a lease has run out.
   */
  private void count(NumbersGone.Key key, List<Ticket> tickets) {
    NumbersGone numbers = entities.find(NumbersGone.class, key, LockModeType.PESSIMISTIC_WRITE);
    if (numbers == null) {
      // of two rounds that insert it one fails, and counts in the next round
      numbers = new NumbersGone(key);
      entities.persist(numbers);
    }
    tickets.stream().map(Ticket::number).forEach(numbers::count);
  }

  @Override
  public int removeShiftsEndedBefore(Instant instant, int atMost) {
    List<Long> ids =
        entities
            .createQuery("select s.id from CounterShift s where s.endedAt < :instant", Long.class)
            .setParameter("instant", instant)
            .setMaxResults(atMost)
            .getResultList();
    if (!ids.isEmpty()) {
      update("delete from CounterShift s where s.id in :ids", ids);
    }
    return ids.size();
  }

  @Override
  public List<Long> listAppointmentsEndedBefore(Instant instant, int atMost) {
    return entities
        .createQuery(
            "select a.id from Appointment a where a.end < :instant and a.ticket is null",
            Long.class)
        .setParameter("instant", instant)
        .setMaxResults(atMost)
        .getResultList();
  }

  @Override
  public Set<Long> listStillEndedBefore(Instant instant, Collection<Long> ids) {
    return entities
        .createQuery(
            "select a.id from Appointment a where a.id in :ids and a.end < :instant"
                + " and a.ticket is null",
            Long.class)
        .setParameter("ids", ids)
        .setParameter("instant", instant)
        .getResultStream()
        .collect(Collectors.toSet());
  }

  @Override
  public List<Appointment> listAppointments(Collection<Long> ids) {
    return entities
        .createQuery("select a from Appointment a where a.id in :ids", Appointment.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  @Override
  public void removeAppointments(Collection<Long> ids) {
    entities.flush();
    entities.clear();
    update("delete from Letter l where l.appointment in :ids", ids);
    update(
        "delete from Letter l where l.offer in"
            + " (select o.id from SlotOffer o where o.appointment in :ids)",
        ids);
    update("delete from SlotOffer o where o.appointment in :ids", ids);
    update("update WaitlistEntry w set w.appointment = null where w.appointment in :ids", ids);
    update("delete from SlotClaim c where c.appointment in :ids", ids);
    update("delete from AppointmentEvent e where e.appointment in :ids", ids);
    update("delete from Appointment a where a.id in :ids", ids);
  }

  @Override
  public int removeWaitlistEndedBefore(Instant instant, int atMost) {
    List<Long> ids =
        entities
            .createQuery("select w.id from WaitlistEntry w where w.endedAt < :instant", Long.class)
            .setParameter("instant", instant)
            .setMaxResults(atMost)
            .getResultList();
    if (!ids.isEmpty()) {
      update(
          "delete from Letter l where l.entry in :ids or l.offer in"
              + " (select o.id from SlotOffer o where o.entry in :ids)",
          ids);
      update("delete from SlotOffer o where o.entry in :ids", ids);
      update("delete from WaitlistEntry w where w.id in :ids", ids);
    }
    return ids.size();
  }

  private void update(String statement, Collection<Long> ids) {
    entities.createQuery(statement).setParameter("ids", ids).executeUpdate();
  }
}
