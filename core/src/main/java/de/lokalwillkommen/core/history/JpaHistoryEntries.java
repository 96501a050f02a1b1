package de.lokalwillkommen.core.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
class JpaHistoryEntries implements HistoryEntries {

  private EntityManager entities;

  protected JpaHistoryEntries() {}

  @Inject
  JpaHistoryEntries(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(HistoryEntry entry) {
    entities.persist(entry);
  }

  @Override
  public List<HistoryEntry> list(HistoryQuery query) {
    TypedQuery<HistoryEntry> entries =
        entities.createQuery(
            "select e from HistoryEntry e where e.at >= :from and e.at < :until"
                + (query.office().isPresent() ? " and e.office = :office" : "")
                + (query.kind().isPresent() ? " and e.kind = :kind" : "")
                + (query.author().isPresent()
                    ? " and e.authorKind = :authorKind and e.person = :person"
                    : "")
                + (query.action().isPresent() ? " and e.action = :action" : "")
                + (query.after().isPresent()
                    ? " and (e.at < :lastAt or e.at = :lastAt and e.id < :lastId)"
                    : "")
                + " order by e.at desc, e.id desc",
            HistoryEntry.class);
    entries.setParameter("from", query.from()).setParameter("until", query.until());
    query.office().ifPresent(office -> entries.setParameter("office", office));
    query.kind().ifPresent(kind -> entries.setParameter("kind", kind));
    query
        .author()
        .ifPresent(
            author ->
                entries
                    .setParameter("authorKind", author.kind())
                    .setParameter("person", author.person()));
    query.action().ifPresent(action -> entries.setParameter("action", action));
    query
        .after()
        .ifPresent(
            last -> entries.setParameter("lastAt", last.at()).setParameter("lastId", last.id()));
    return entries.setMaxResults(query.atMost()).getResultList();
  }

  @Override
  public int removeBefore(Instant time) {
    return entities
        .createQuery("delete from HistoryEntry e where e.at < :time")
        .setParameter("time", time)
        .executeUpdate();
  }
}
