package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.kernel.UniqueKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class JpaTickets implements Tickets {

  private static final Set<TicketStatus> OPEN =
      EnumSet.of(
          TicketStatus.WAITING, TicketStatus.CALLED, TicketStatus.SERVING, TicketStatus.PARKED);

  /** The statuses in which a ticket can expire. */
  private static final Set<TicketStatus> SETTLED =
      EnumSet.of(TicketStatus.EXPIRED, TicketStatus.NO_SHOW, TicketStatus.DONE);

  /** The number of identifiers in one statement. */
  private static final int AT_ONCE = 500;

  /**
   * Selects only identifiers, which the index of the line contains. If it selected tickets, Derby
   * would use the narrower index of calls and read all tickets of a busy day for the few parked
   * ones.
   */
  private static final String WITH_STATUS =
      " t.id in (select s.id from Ticket s where s.office = :office and s.day = :day"
          + " and s.progress.status = :status)";

  private static final UniqueKey REQUEST = new UniqueKey("ticket_request");

  private EntityManager entities;

  protected JpaTickets() {}

  @Inject
  JpaTickets(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(Ticket ticket) {
    entities.persist(ticket);
  }

  @Override
  public void add(TicketEvent event) {
    entities.persist(event);
  }

  @Override
  public Optional<Ticket> find(long id) {
    return Optional.ofNullable(entities.find(Ticket.class, id));
  }

  @Override
  public Ticket getAgain(long id) {
    return entities
        .createNamedQuery(Ticket.AGAIN, Ticket.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN, "ticket.unknown").asException());
  }

  @Override
  public Optional<String> findOffice(long id) {
    return entities
        .createQuery("select t.office from Ticket t where t.id = :id", String.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<String> findHandedOnBy(long id) {
    return entities
        .createQuery("select t.handedOnFrom.office from Ticket t where t.id = :id", String.class)
        .setParameter("id", id)
        .getResultStream()
        .filter(Objects::nonNull)
        .findFirst();
  }

  @Override
  public List<Ticket> listHandedOn(String office, Collection<String> others, LocalDate day) {
    if (others.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery(
            "select t from Ticket t where t.office in :others and t.day = :day"
                + " and t.progress.status = :waiting and t.handedOnFrom.office = :office"
                + " order by t.progress.since desc, t.id desc",
            Ticket.class)
        .setParameter("others", others)
        .setParameter("day", day)
        .setParameter("waiting", TicketStatus.WAITING)
        .setParameter("office", office)
        .getResultList();
  }

  @Override
  public void requireNewRequestKeys() {
    try {
      entities.flush();
    } catch (PersistenceException e) {
      throw REQUEST.isViolatedBy(e) ? RequestKey.otherBody() : e;
    }
  }

  @Override
  public Optional<Ticket> findByRequest(RequestKey key) {
    return entities
        .createQuery("select t from Ticket t where t.requestKey = :key", Ticket.class)
        .setParameter("key", key.text())
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Ticket> list(Collection<Long> ids) {
    List<Long> all = List.copyOf(ids);
    List<Ticket> found = new ArrayList<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      found.addAll(
          entities
              .createQuery("select t from Ticket t where t.id in :ids", Ticket.class)
              .setParameter("ids", all.subList(from, Math.min(all.size(), from + AT_ONCE)))
              .getResultList());
    }
    return found;
  }

  @Override
  public List<LinePlace> listPlaces(String office, LocalDate day) {
    return entities
        .createQuery(
            "select new de.lokalwillkommen.core.ticketing.LinePlace(t.id, t.key, t.seriesNumber)"
                + " from Ticket t where t.office = :office and t.day = :day"
                + " and t.progress.status = :waiting order by t.key, t.seriesNumber, t.id",
            LinePlace.class)
        .setParameter("office", office)
        .setParameter("day", day)
        .setParameter("waiting", TicketStatus.WAITING)
        .getResultList();
  }

  @Override
  public List<Ticket> listWaiting(String office, LocalDate day, int skip, int atMost) {
    return entities
        .createQuery(
            "select t from Ticket t where t.office = :office and t.day = :day"
                + " and t.progress.status = :waiting order by t.key, t.seriesNumber, t.id",
            Ticket.class)
        .setParameter("office", office)
        .setParameter("day", day)
        .setParameter("waiting", TicketStatus.WAITING)
        .setFirstResult(skip)
        .setMaxResults(atMost)
        .getResultList();
  }

  @Override
  public List<Ticket> listByStatus(
      String office, LocalDate day, Collection<TicketStatus> statuses, int atMost) {
    // one statement per status: for several statuses at once Derby reads all tickets of the day
    return statuses.stream()
        .flatMap(
            status ->
                entities
                    .createQuery(
                        "select t from Ticket t where"
                            + WITH_STATUS
                            + " order by t.progress.since desc, t.id desc",
                        Ticket.class)
                    .setParameter("office", office)
                    .setParameter("day", day)
                    .setParameter("status", status)
                    .setMaxResults(atMost)
                    .getResultStream())
        .sorted(Comparator.comparing(Ticket::since).thenComparing(Ticket::id).reversed())
        .limit(atMost)
        .toList();
  }

  @Override
  public List<Ticket> listCalled(String office, LocalDate day, int atMost) {
    return entities
        .createQuery(
            "select t from Ticket t where t.office = :office and t.day = :day"
                + " and t.progress.calledAt is not null and t.progress.callSeq is not null"
                + " order by t.progress.callSeq desc",
            Ticket.class)
        .setParameter("office", office)
        .setParameter("day", day)
        .setMaxResults(atMost)
        .getResultList();
  }

  @Override
  public List<Ticket> listDueBack(String office, LocalDate day, Instant now) {
    return entities
        .createQuery(
            "select t from Ticket t where"
                + WITH_STATUS
                + " and t.progress.backAt <= :now order by t.progress.backAt, t.id",
            Ticket.class)
        .setParameter("office", office)
        .setParameter("day", day)
        .setParameter("status", TicketStatus.PARKED)
        .setParameter("now", now)
        .getResultList();
  }

  @Override
  public List<Ticket> listOpenBefore(String office, LocalDate day) {
    return entities
        .createQuery(
            "select t from Ticket t where t.office = :office and t.day < :day"
                + " and t.progress.status in :open order by t.id",
            Ticket.class)
        .setParameter("office", office)
        .setParameter("day", day)
        .setParameter("open", OPEN)
        .getResultList();
  }

  @Override
  public List<Ticket> listOpenAfter(String office, LocalDate day) {
    return entities
        .createQuery(
            "select t from Ticket t where t.office = :office and t.day > :day"
                + " and t.progress.status in :open order by t.day, t.id",
            Ticket.class)
        .setParameter("office", office)
        .setParameter("day", day)
        .setParameter("open", OPEN)
        .getResultList();
  }

  @Override
  public List<Ticket> listByNumber(Collection<String> issuers, LocalDate day, TicketNumber number) {
    return entities
        .createQuery(
            "select t from Ticket t where t.issuedBy in :issuers and t.day = :day"
                + " and t.series = :series and t.seriesNumber = :number order by t.id",
            Ticket.class)
        .setParameter("issuers", issuers)
        .setParameter("day", day)
        .setParameter("series", number.series())
        .setParameter("number", number.value())
        .getResultList();
  }

  @Override
  public boolean isGiven(String office, LocalDate day, TicketNumber number) {
    boolean gone = number.value() <= greatestGone(office, day, number.series());
    return gone || isPresent(office, day, number);
  }

  private boolean isPresent(String office, LocalDate day, TicketNumber number) {
    return !entities
        .createQuery(
            "select t.id from Ticket t where t.issuedBy = :office and t.day = :day"
                + " and t.series = :series and t.seriesNumber = :number",
            Long.class)
        .setParameter("office", office)
        .setParameter("day", day)
        .setParameter("series", number.series())
        .setParameter("number", number.value())
        .getResultList()
        .isEmpty();
  }

  @Override
  public LineCounts count(String office, LocalDate day) {
    return new LineCounts(
        greatestNumber(office, day, Series.A),
        greatestNumber(office, day, Series.T),
        entities
            .createQuery(
                "select count(t) from Ticket t where t.office = :office and t.day >= :day"
                    + " and t.progress.status = :waiting",
                Long.class)
            .setParameter("office", office)
            .setParameter("day", day)
            .setParameter("waiting", TicketStatus.WAITING)
            .getSingleResult()
            .intValue(),
        entities
            .createQuery(
                "select coalesce(max(t.progress.callSeq), 0) from Ticket t"
                    + " where t.office = :office and t.day >= :day",
                Long.class)
            .setParameter("office", office)
            .setParameter("day", day)
            .getSingleResult());
  }

  private int greatestNumber(String office, LocalDate day, Series series) {
    return Math.max(greatestGone(office, day, series), greatestPresent(office, day, series));
  }

  private int greatestGone(String office, LocalDate day, Series series) {
    return entities
        .createQuery(
            "select coalesce(max(g.highest), 0) from NumbersGone g where g.key.office = :office"
                + " and g.key.day = :day and g.key.series = :series",
            Integer.class)
        .setParameter("office", office)
        .setParameter("day", day)
        .setParameter("series", series)
        .getSingleResult();
  }

  private int greatestPresent(String office, LocalDate day, Series series) {
    return entities
        .createQuery(
            "select coalesce(max(t.seriesNumber), 0) from Ticket t where t.issuedBy = :office"
                + " and t.day = :day and t.series = :series",
            Integer.class)
        .setParameter("office", office)
        .setParameter("day", day)
        .setParameter("series", series)
        .getSingleResult();
  }

  @Override
  public List<TicketEvent> listSettledAfter(String office, LocalDate day, Instant instant) {
    return entities
        .createQuery(
            "select e from TicketEvent e, Ticket t where e.ticket = t.id and e.at = t.progress.since"
                + " and e.to = t.progress.status and e.actor = :schedule"
                + " and t.office = :office and t.day = :day and t.progress.status in :over"
                + " and t.progress.since > :instant order by t.id",
            TicketEvent.class)
        .setParameter("schedule", Actor.SCHEDULE)
        .setParameter("office", office)
        .setParameter("day", day)
        .setParameter("over", SETTLED)
        .setParameter("instant", instant)
        .getResultList();
  }

  @Override
  public int countAhead(String office, LocalDate day, Instant key, int number) {
    return entities
        .createQuery(
            "select count(t) from Ticket t where t.office = :office and t.day = :day"
                + " and t.progress.status = :waiting"
                + " and (t.key < :key or (t.key = :key and t.seriesNumber < :number))",
            Long.class)
        .setParameter("office", office)
        .setParameter("day", day)
        .setParameter("waiting", TicketStatus.WAITING)
        .setParameter("key", key)
        .setParameter("number", number)
        .getSingleResult()
        .intValue();
  }

  @Override
  public int countBehind(String office, LocalDate day, Instant key) {
    return entities
        .createQuery(
            "select count(t) from Ticket t where t.office = :office and t.day = :day"
                + " and t.progress.status = :waiting and t.key > :key",
            Long.class)
        .setParameter("office", office)
        .setParameter("day", day)
        .setParameter("waiting", TicketStatus.WAITING)
        .setParameter("key", key)
        .getSingleResult()
        .intValue();
  }

  @Override
  public List<TicketEvent> listEvents(long ticket) {
    return entities
        .createQuery(
            "select e from TicketEvent e where e.ticket = :ticket order by e.at, e.id",
            TicketEvent.class)
        .setParameter("ticket", ticket)
        .getResultList();
  }
}
