package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.InMemoryIds;
import de.lokalwillkommen.core.kernel.RequestKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tickets without a database. */
public class InMemoryTickets implements Tickets {

  private final List<Ticket> tickets = new ArrayList<>();
  private final List<TicketEvent> events = new ArrayList<>();
  private final AtomicInteger reads = new AtomicInteger();

  @Override
  public void add(Ticket ticket) {
    InMemoryIds.give(ticket);
    tickets.add(ticket);
  }

  @Override
  public void add(TicketEvent event) {
    InMemoryIds.give(event);
    events.add(event);
  }

  @Override
  public Optional<Ticket> find(long id) {
    reads.incrementAndGet();
    return tickets.stream().filter(t -> t.id() == id).findFirst();
  }

  @Override
  public Ticket getAgain(long id) {
    return get(id);
  }

  @Override
  public Optional<String> findOffice(long id) {
    return find(id).map(Ticket::office);
  }

  @Override
  public Optional<String> findHandedOnBy(long id) {
    return find(id).flatMap(Ticket::handedOnBy);
  }

  @Override
  public List<Ticket> listHandedOn(String office, Collection<String> others, LocalDate day) {
    return tickets.stream()
        .filter(t -> others.contains(t.office()) && t.day().equals(day))
        .filter(t -> t.status() == TicketStatus.WAITING)
        .filter(t -> t.handedOnBy().filter(office::equals).isPresent())
        .sorted(Comparator.comparing(Ticket::since).reversed())
        .toList();
  }

  @Override
  public void requireNewRequestKeys() {}

  @Override
  public Optional<Ticket> findByRequest(RequestKey key) {
    return tickets.stream()
        .filter(t -> t.requestKey().filter(key.text()::equals).isPresent())
        .findFirst();
  }

  @Override
  public List<Ticket> list(Collection<Long> ids) {
    reads.incrementAndGet();
    return tickets.stream().filter(t -> ids.contains(t.id())).toList();
  }

  @Override
  public List<LinePlace> listPlaces(String office, LocalDate day) {
    return listWaiting(office, day, 0, Integer.MAX_VALUE).stream()
        .map(t -> new LinePlace(t.id(), t.key(), t.number().value()))
        .toList();
  }

  /** The number of reads that would be one statement each in a database. */
  public int reads() {
    return reads.get();
  }

  @Override
  public List<Ticket> listWaiting(String office, LocalDate day, int skip, int atMost) {
    reads.incrementAndGet();
    return in(office, day, t -> t.status() == TicketStatus.WAITING)
        .sorted(Comparator.comparing(Ticket::key).thenComparing(t -> t.number().value()))
        .skip(skip)
        .limit(atMost)
        .toList();
  }

  @Override
  public List<Ticket> listByStatus(
      String office, LocalDate day, Collection<TicketStatus> statuses, int atMost) {
    reads.incrementAndGet();
    return in(office, day, t -> statuses.contains(t.status()))
        .sorted(Comparator.comparing(Ticket::since).reversed())
        .limit(atMost)
        .toList();
  }

  @Override
  public List<Ticket> listCalled(String office, LocalDate day, int atMost) {
    reads.incrementAndGet();
    return in(office, day, t -> t.calledAt().isPresent())
        .sorted(Comparator.comparing((Ticket t) -> t.callSeq().orElseThrow()).reversed())
        .limit(atMost)
        .toList();
  }

  @Override
  public List<Ticket> listDueBack(String office, LocalDate day, Instant now) {
    return in(
            office,
            day,
            t ->
                t.status() == TicketStatus.PARKED
                    && t.backAt().filter(at -> !at.isAfter(now)).isPresent())
        .toList();
  }

  @Override
  public List<Ticket> listOpenBefore(String office, LocalDate day) {
    return tickets.stream()
        .filter(t -> t.office().equals(office) && t.day().isBefore(day) && !t.status().isOver())
        .toList();
  }

  @Override
  public List<Ticket> listOpenAfter(String office, LocalDate day) {
    return tickets.stream()
        .filter(t -> t.office().equals(office) && t.day().isAfter(day) && !t.status().isOver())
        .toList();
  }

  @Override
  public boolean isGiven(String office, LocalDate day, TicketNumber number) {
    return numberedBy(office, day).anyMatch(t -> t.number().equals(number));
  }

  @Override
  public List<Ticket> listByNumber(Collection<String> issuers, LocalDate day, TicketNumber number) {
    return issuers.stream()
        .flatMap(issuer -> numberedBy(issuer, day))
        .filter(t -> t.number().equals(number))
        .toList();
  }

  @Override
  public LineCounts count(String office, LocalDate day) {
    List<Ticket> since =
        tickets.stream().filter(t -> t.office().equals(office) && !t.day().isBefore(day)).toList();
    return new LineCounts(
        greatestNumber(office, day, Series.A),
        greatestNumber(office, day, Series.T),
        (int) since.stream().filter(t -> t.status() == TicketStatus.WAITING).count(),
        since.stream().flatMap(t -> t.callSeq().stream()).max(Long::compare).orElse(0L));
  }

  private int greatestNumber(String office, LocalDate day, Series series) {
    return numberedBy(office, day)
        .map(Ticket::number)
        .filter(number -> number.series() == series)
        .mapToInt(TicketNumber::value)
        .max()
        .orElse(0);
  }

  private Stream<Ticket> numberedBy(String office, LocalDate day) {
    return tickets.stream()
        .filter(t -> t.broughtFrom().orElse(t.office()).equals(office) && t.day().equals(day));
  }

  @Override
  public List<TicketEvent> listSettledAfter(String office, LocalDate day, Instant instant) {
    return in(office, day, t -> t.status().isOver() && t.since().isAfter(instant))
        .flatMap(
            t ->
                listEvents(t.id()).stream()
                    .filter(e -> e.actor() == Actor.SCHEDULE && e.to() == t.status())
                    .filter(e -> e.at().equals(t.since())))
        .toList();
  }

  @Override
  public int countAhead(String office, LocalDate day, Instant key, int number) {
    reads.incrementAndGet();
    return (int)
        in(
                office,
                day,
                t ->
                    t.status() == TicketStatus.WAITING
                        && (t.key().isBefore(key)
                            || t.key().equals(key) && t.number().value() < number))
            .count();
  }

  @Override
  public int countBehind(String office, LocalDate day, Instant key) {
    return (int)
        in(office, day, t -> t.status() == TicketStatus.WAITING && t.key().isAfter(key)).count();
  }

  @Override
  public List<TicketEvent> listEvents(long ticket) {
    return events.stream().filter(e -> e.ticket() == ticket).toList();
  }

  private Stream<Ticket> in(String office, LocalDate day, Predicate<Ticket> which) {
    return tickets.stream()
        .filter(t -> t.office().equals(office) && t.day().equals(day))
        .filter(which);
  }
}
