package de.lokalwillkommen.core.waitlist;

import de.lokalwillkommen.core.booking.BookingCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

@ApplicationScoped
class JpaWaitlist implements Waitlist {

  private static final String WAITING = "select w from WaitlistEntry w where w.status = :waiting";

  private EntityManager entities;

  protected JpaWaitlist() {}

  @Inject
  JpaWaitlist(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public boolean isEmpty() {
    return entities
        .createQuery("select w.id from WaitlistEntry w where w.status = :waiting", Long.class)
        .setParameter("waiting", WaitlistStatus.WAITING)
        .setMaxResults(1)
        .setFlushMode(FlushModeType.COMMIT)
        .getResultList()
        .isEmpty();
  }

  @Override
  public WaitlistEntry getAgain(WaitlistEntry seen) {
    // refreshing would overwrite changes that are not yet written
    entities.flush();
    entities.refresh(seen);
    return seen;
  }

  @Override
  public SlotOffer getAgain(SlotOffer seen) {
    entities.flush();
    entities.refresh(seen);
    return seen;
  }

  @Override
  public void add(WaitlistEntry entry) {
    entities.persist(entry);
  }

  @Override
  public void add(SlotOffer offer) {
    entities.persist(offer);
    // a letter about the offer refers to its row, and EclipseLink writes letters before offers
    entities.flush();
  }

  @Override
  public Optional<WaitlistEntry> find(BookingCode code) {
    return first("select w from WaitlistEntry w where w.code = :code", "code", code.value());
  }

  @Override
  public Optional<WaitlistEntry> findEntry(long id) {
    return Optional.ofNullable(entities.find(WaitlistEntry.class, id));
  }

  @Override
  public Optional<WaitlistEntry> findByRequest(String requestKey) {
    return first("select w from WaitlistEntry w where w.requestKey = :key", "key", requestKey);
  }

  private Optional<WaitlistEntry> first(String query, String name, Object value) {
    return entities
        .createQuery(query, WaitlistEntry.class)
        .setParameter(name, value)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<WaitlistEntry> findWaitingFor(long appointment) {
    return entities
        .createQuery(WAITING + " and w.appointment = :appointment", WaitlistEntry.class)
        .setParameter("waiting", WaitlistStatus.WAITING)
        .setParameter("appointment", appointment)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<WaitlistEntry> findLeftFor(long appointment, Instant after) {
    return entities
        .createQuery(
            "select w from WaitlistEntry w where w.appointment = :appointment"
                + " and w.status = :left and w.endedAt > :after order by w.endedAt desc",
            WaitlistEntry.class)
        .setParameter("appointment", appointment)
        .setParameter("left", WaitlistStatus.LEFT)
        .setParameter("after", after)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<WaitlistEntry> listWaiting() {
    return entities
        .createQuery(WAITING + " order by w.joinedAt, w.id", WaitlistEntry.class)
        .setParameter("waiting", WaitlistStatus.WAITING)
        .getResultList();
  }

  @Override
  public List<WaitlistEntry> listEndedBefore(LocalDate day, Instant joined) {
    return entities
        .createQuery(
            WAITING + " and (w.lastDay < :day or w.joinedAt < :joined)", WaitlistEntry.class)
        .setParameter("waiting", WaitlistStatus.WAITING)
        .setParameter("day", day)
        .setParameter("joined", joined)
        .getResultList();
  }

  @Override
  public Optional<SlotOffer> findOffer(long id) {
    return Optional.ofNullable(entities.find(SlotOffer.class, id));
  }

  @Override
  public Optional<SlotOffer> findOfferHeldBy(long appointment) {
    return entities
        .createQuery("select o from SlotOffer o where o.appointment = :held", SlotOffer.class)
        .setParameter("held", appointment)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Set<Long> listEntriesWithOpenOffer(Instant now) {
    return entities
        .createQuery(
            "select o.entry from SlotOffer o where o.status = :open and o.expiresAt > :now",
            Long.class)
        .setParameter("open", OfferStatus.OPEN)
        .setParameter("now", now)
        .getResultStream()
        .collect(Collectors.toSet());
  }

  @Override
  public Set<Long> listEntriesOffered(String office, Instant start) {
    return entities
        .createQuery(
            "select o.entry from SlotOffer o where o.office = :office and o.start = :start",
            Long.class)
        .setParameter("office", office)
        .setParameter("start", start)
        .getResultStream()
        .collect(Collectors.toSet());
  }

  @Override
  public List<SlotOffer> listOffersTo(long entry) {
    return entities
        .createQuery(
            "select o from SlotOffer o where o.entry = :entry order by o.id", SlotOffer.class)
        .setParameter("entry", entry)
        .getResultList();
  }
}
