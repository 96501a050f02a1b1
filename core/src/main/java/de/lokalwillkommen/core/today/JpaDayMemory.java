package de.lokalwillkommen.core.today;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaDayMemory implements DayMemory {

  /** The number of changes at one counter within the seconds in which one can be undone. */
  private static final int FEW = 20;

  private EntityManager entities;

  protected JpaDayMemory() {}

  @Inject
  JpaDayMemory(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(TicketAct act) {
    entities.persist(act);
  }

  @Override
  public List<TicketAct> listActs(long ticket) {
    return entities
        .createQuery("select a from TicketAct a where a.ticket = :ticket", TicketAct.class)
        .setParameter("ticket", ticket)
        .getResultList();
  }

  @Override
  public List<TicketAct> listActsAt(long counter, Instant since) {
    return entities
        .createQuery(
            "select a from TicketAct a where a.counter = :counter and a.at >= :since"
                + " order by a.at desc, a.event desc",
            TicketAct.class)
        .setParameter("counter", counter)
        .setParameter("since", since)
        .setMaxResults(FEW)
        .getResultList();
  }

  @Override
  public Optional<TicketAct> findAct(long ticket, int step) {
    return entities
        .createQuery(
            "select a from TicketAct a where a.ticket = :ticket and a.step = :step",
            TicketAct.class)
        .setParameter("ticket", ticket)
        .setParameter("step", step)
        .getResultStream()
        .findFirst();
  }

  @Override
  public void removeActs(String office, Instant before) {
    entities
        .createQuery("delete from TicketAct a where a.office = :office and a.at < :before")
        .setParameter("office", office)
        .setParameter("before", before)
        .executeUpdate();
  }

  @Override
  public Optional<ColleagueNote> findNote(long ticket) {
    return Optional.ofNullable(entities.find(ColleagueNote.class, ticket));
  }

  @Override
  public void put(ColleagueNote note) {
    entities.merge(note);
  }

  @Override
  public void removeNote(long ticket) {
    findNote(ticket).ifPresent(entities::remove);
  }

  @Override
  public List<ColleagueNote> listNotes() {
    return entities
        .createQuery("select n from ColleagueNote n", ColleagueNote.class)
        .getResultList();
  }
}
