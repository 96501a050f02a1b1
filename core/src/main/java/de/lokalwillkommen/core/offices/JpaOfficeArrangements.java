package de.lokalwillkommen.core.offices;

import de.lokalwillkommen.core.dayorders.DayOrders;
import de.lokalwillkommen.core.dayorders.OfficeDay;
import de.lokalwillkommen.core.dayorders.OfficeDays;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.UniqueKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaOfficeArrangements implements OfficeArrangements {

  private EntityManager entities;
  private OfficeDays days;

  protected JpaOfficeArrangements() {}

  @Inject
  JpaOfficeArrangements(EntityManager entities, OfficeDays days) {
    this.entities = entities;
    this.days = days;
  }

  @Override
  public Office get(String id) {
    Office office =
        Optional.ofNullable(entities.find(Office.class, id))
            .orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN, "office.unknown").asException());
    // refreshing would overwrite changes that are not yet written
    entities.flush();
    // the office may have been read before the transaction got its lock
    entities.refresh(office);
    return office.ordered(days.list(id).stream().map(OfficeDay::orders).toList());
  }

  @Override
  public Office getLocked(String id) {
    // Derby locks no row of a query that reads from several tables
    entities
        .createNativeQuery("update office set version = version where id = ?1")
        .setParameter(1, id)
        .executeUpdate();
    return get(id);
  }

  @Override
  public void add(Office office) {
    try {
      entities.persist(office);
      office.counters().forEach(entities::persist);
      office.openingRules().forEach(entities::persist);
      entities.flush();
    } catch (PersistenceException e) {
      if (UniqueKey.isAnyViolatedBy(e)) {
        throw OfficeFounding.slugTaken();
      }
      throw e;
    }
  }

  @Override
  public int nextPosition() {
    return entities
            .createQuery("select coalesce(max(o.position), 0) from Office o", Integer.class)
            .getSingleResult()
        + 1;
  }

  @Override
  public void freeLabels(List<Counter> counters) {
    for (int i = 0; i < counters.size(); i++) {
      // no label that can be entered begins with this character
      entities
          .createNativeQuery("update counter set label = ?1 where id = ?2")
          .setParameter(1, "\u0001" + i)
          .setParameter(2, counters.get(i).id())
          .executeUpdate();
    }
  }

  @Override
  public void storeCounters(Office office) {
    office.counters().forEach(entities::persist);
    entities.flush();
  }

  @Override
  public void replace(List<OpeningRule> over, Office office) {
    over.forEach(entities::remove);
    office.openingRules().forEach(entities::persist);
  }

  @Override
  public List<Topic> listTopics() {
    return entities
        .createQuery("select t from Topic t order by t.position, t.id", Topic.class)
        .getResultList();
  }

  @Override
  public List<Topic> listTopicsLocked() {
    entities.flush();
    // one after another, since one statement for all locks them in an order of its own
    listTopics().stream().map(Topic::id).sorted().forEach(this::lockTopic);
    List<Topic> topics = listTopics();
    // they may have been read before the transaction got its lock
    topics.forEach(entities::refresh);
    return topics;
  }

  private void lockTopic(String id) {
    entities
        .createNativeQuery("update topic set version = version where id = ?1")
        .setParameter(1, id)
        .executeUpdate();
  }

  @Override
  public void add(Topic topic) {
    entities.persist(topic);
  }

  @Override
  public boolean isClosed(String id, LocalDate day) {
    return entities
            .createQuery(
                "select count(c) from Closure c where c.office.id = :office"
                    + " and c.firstDay <= :day and c.lastDay >= :day",
                Long.class)
            .setParameter("office", id)
            .setParameter("day", day)
            .getSingleResult()
        > 0;
  }

  @Override
  public DayOrders ordersOf(String id, LocalDate day) {
    return days.ordersOf(id, day);
  }

  @Override
  public void add(Closure closure) {
    entities.persist(closure);
  }

  @Override
  public void remove(Closure closure) {
    entities.remove(closure);
  }
}
