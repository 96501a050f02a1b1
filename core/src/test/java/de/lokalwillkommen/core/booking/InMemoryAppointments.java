package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.InMemoryIds;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.timetable.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Appointments in a map, with the same constraint on claims as the database. */
public class InMemoryAppointments implements Appointments {

  private record Cell(long availability, int desk, Instant at) {}

  private final Map<Long, Appointment> appointments = new LinkedHashMap<>();
  private final Map<Cell, Long> claims = new HashMap<>();
  private final Map<String, AppointmentBook> books = new HashMap<>();
  private final List<AppointmentEvent> events = new ArrayList<>();
  private int locksAcrossOffices;

  @Override
  public void lock(List<String> offices) {
    offices.forEach(office -> books.computeIfAbsent(office, AppointmentBook::new));
  }

  @Override
  public void lockAcrossOffices() {
    locksAcrossOffices++;
  }

  /** Counts the calls that waited for the lock across offices. */
  int locksAcrossOffices() {
    return locksAcrossOffices;
  }

  @Override
  public AppointmentBook getLocked(String office) {
    return books.get(office);
  }

  @Override
  public long versionOf(String office) {
    return Optional.ofNullable(books.get(office)).map(AppointmentBook::version).orElse(0L);
  }

  @Override
  public boolean isSettledFor(String office, LocalDate day) {
    return books.containsKey(office) && books.get(office).isSettledFor(day);
  }

  @Override
  public void add(Appointment appointment) {
    appointments.put(InMemoryIds.give(appointment), appointment);
  }

  @Override
  public void add(AppointmentEvent event) {
    events.add(event);
  }

  @Override
  public void claim(Place place, Appointment appointment) {
    for (Instant at : place.cells().toList()) {
      Long other =
          claims.putIfAbsent(new Cell(place.availability(), place.desk(), at), appointment.id());
      if (other != null) {
        throw Refusal.of(Kind.CONFLICT, "slot.taken").asException();
      }
    }
  }

  @Override
  public void release(Appointment appointment) {
    claims.values().removeIf(holder -> holder == appointment.id());
  }

  @Override
  public Optional<Appointment> find(BookingCode code) {
    return all(a -> a.code().equals(code)).findFirst();
  }

  @Override
  public Optional<Appointment> find(long id) {
    return Optional.ofNullable(appointments.get(id));
  }

  @Override
  public Appointment getAgain(Appointment seen) {
    return seen;
  }

  @Override
  public Optional<Appointment> findByRequest(RequestKey key) {
    return all(a -> a.requestKey().filter(key.text()::equals).isPresent()).findFirst();
  }

  @Override
  public Optional<Appointment> findByTicket(long ticket) {
    return all(a -> a.ticket().filter(t -> t == ticket).isPresent()).findFirst();
  }

  @Override
  public int countOpenOf(Contact contact, Instant now) {
    return (int)
        all(a -> a.contact().filter(contact::equals).isPresent())
            .filter(a -> a.statusAt(now).isOpen() && a.end().isAfter(now))
            .filter(a -> a.status() == AppointmentStatus.BOOKED || a.channel() != Channel.WAITLIST)
            .count();
  }

  @Override
  public List<Appointment> listOpenOfSession(RequestKey session) {
    return all(a -> a.session().filter(session.text()::equals).isPresent() && a.status().isOpen())
        .toList();
  }

  @Override
  public int countHeld(String office) {
    return (int)
        in(office)
            .filter(a -> a.status() == AppointmentStatus.HELD && a.channel() != Channel.WAITLIST)
            .count();
  }

  @Override
  public List<Place> listTaken(String office, Instant from, Instant to) {
    return in(office)
        .filter(a -> AppointmentStatus.TAKING.contains(a.status()))
        .filter(a -> a.start().isBefore(to) && a.end().isAfter(from))
        .map(Appointment::place)
        .toList();
  }

  @Override
  public List<Appointment> listHeldNoLonger(String office, Instant now) {
    return in(office).filter(a -> a.isHeldNoLonger(now)).toList();
  }

  @Override
  public List<Appointment> listMissedBefore(String office, Instant dayBegins) {
    return in(office)
        .filter(a -> a.status() == AppointmentStatus.BOOKED && !a.end().isAfter(dayBegins))
        .toList();
  }

  @Override
  public List<AppointmentEvent> listMissesAfter(String office, Instant instant) {
    return events.stream()
        .filter(e -> e.office().equals(office) && e.at().isAfter(instant))
        .filter(e -> e.action() == AppointmentAction.MISS)
        .filter(e -> appointments.get(e.appointment()).status() == AppointmentStatus.NO_SHOW)
        .filter(e -> appointments.get(e.appointment()).since().equals(e.at()))
        .toList();
  }

  @Override
  public List<Appointment> listBetween(String office, Instant from, Instant to) {
    return in(office)
        .filter(a -> !a.start().isBefore(from) && a.start().isBefore(to))
        .sorted(Comparator.comparing(Appointment::start))
        .toList();
  }

  @Override
  public List<Appointment> listTakingAfter(String office, Instant from) {
    return in(office)
        .filter(a -> AppointmentStatus.TAKING.contains(a.status()) && a.end().isAfter(from))
        .sorted(Comparator.comparing(Appointment::start))
        .toList();
  }

  @Override
  public List<Appointment> listContactsEndedBefore(Instant instant) {
    return all(a -> a.contact().isPresent() || a.session().isPresent())
        .filter(a -> !a.end().isAfter(instant))
        .toList();
  }

  @Override
  public List<AppointmentEvent> listBookings(String office, Instant from, Instant to) {
    return events.stream()
        .filter(e -> e.office().equals(office))
        .filter(e -> !e.at().isBefore(from) && e.at().isBefore(to))
        .filter(e -> e.action() == AppointmentAction.BOOK)
        .toList();
  }

  /** The appointments with claims, once for every five minutes. */
  public List<Long> listClaims() {
    return List.copyOf(claims.values());
  }

  public List<Appointment> list() {
    return List.copyOf(appointments.values());
  }

  public List<AppointmentEvent> listEvents() {
    return List.copyOf(events);
  }

  private Stream<Appointment> in(String office) {
    return all(a -> a.office().equals(office));
  }

  private Stream<Appointment> all(Predicate<Appointment> wanted) {
    return List.copyOf(appointments.values()).stream().filter(wanted);
  }
}
