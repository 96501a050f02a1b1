package de.lokalwillkommen.core.timetable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaAvailabilities implements Availabilities {

  private EntityManager entities;

  protected JpaAvailabilities() {}

  @Inject
  JpaAvailabilities(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public List<Availability> listRules(String office) {
    return entities
        .createQuery(
            "select a from Availability a where a.office = :office and a.removedAt is null"
                + " order by a.weekday, a.fromMinute, a.id",
            Availability.class)
        .setParameter("office", office)
        .getResultList();
  }

  @Override
  public List<AvailabilityException> listExceptions(
      String office, LocalDate first, LocalDate last) {
    return entities
        .createQuery(
            "select e from AvailabilityException e where e.office = :office"
                + " and e.day between :first and :last order by e.day, e.fromMinute, e.id",
            AvailabilityException.class)
        .setParameter("office", office)
        .setParameter("first", first)
        .setParameter("last", last)
        .getResultList();
  }

  @Override
  public Optional<Availability> findRule(long id) {
    return Optional.ofNullable(entities.find(Availability.class, id));
  }

  @Override
  public Availability getAgain(Availability seen) {
    entities.refresh(seen);
    return getRule(seen.id());
  }

  @Override
  public Optional<AvailabilityException> findException(long id) {
    return Optional.ofNullable(entities.find(AvailabilityException.class, id));
  }

  @Override
  public Optional<AvailabilityException> findAgain(AvailabilityException seen) {
    try {
      entities.refresh(seen);
      return Optional.of(seen);
    } catch (EntityNotFoundException removed) {
      return Optional.empty();
    }
  }

  @Override
  public void add(Availability rule) {
    entities.persist(rule);
  }

  @Override
  public void add(AvailabilityException exception) {
    entities.persist(exception);
  }

  @Override
  public void remove(AvailabilityException exception) {
    entities.remove(exception);
  }
}
