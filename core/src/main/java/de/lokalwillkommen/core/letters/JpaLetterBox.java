package de.lokalwillkommen.core.letters;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaLetterBox implements LetterBox {

  private EntityManager entities;

  protected JpaLetterBox() {}

  @Inject
  JpaLetterBox(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(Letter letter) {
    entities.persist(letter);
  }

  @Override
  public Optional<Letter> find(long id) {
    return Optional.ofNullable(entities.find(Letter.class, id));
  }

  @Override
  public List<Letter> listDue(Instant now, int atMost) {
    return entities
        .createQuery(
            "select l from Letter l where l.status = :waiting and l.nextAttemptAt <= :now"
                + " order by l.nextAttemptAt, l.id",
            Letter.class)
        .setParameter("waiting", Letter.Status.WAITING)
        .setParameter("now", now)
        .setMaxResults(atMost)
        .getResultList();
  }

  @Override
  public LateLetters late(Instant now) {
    Object[] found =
        entities
            .createQuery(
                "select count(l), min(l.dueAt) from Letter l"
                    + " where l.status = :waiting and l.dueAt <= :now",
                Object[].class)
            .setParameter("waiting", Letter.Status.WAITING)
            .setParameter("now", now)
            .getSingleResult();
    return new LateLetters((Long) found[0], Optional.ofNullable((Instant) found[1]));
  }

  @Override
  public List<Letter> listWaitingAbout(long appointment) {
    return entities
        .createQuery(
            "select l from Letter l where l.status = :waiting and l.appointment = :appointment",
            Letter.class)
        .setParameter("waiting", Letter.Status.WAITING)
        .setParameter("appointment", appointment)
        .getResultList();
  }
}
