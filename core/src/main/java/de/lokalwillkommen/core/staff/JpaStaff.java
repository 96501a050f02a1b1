package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.offices.Counter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class JpaStaff implements Staff {

  private EntityManager entities;

  protected JpaStaff() {}

  @Inject
  JpaStaff(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Optional<Counsellor> findForSignIn(String login) {
    return byLogin(login).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
  }

  @Override
  public Optional<Counsellor> findByLogin(String login) {
    return byLogin(login).getResultStream().findFirst();
  }

  private TypedQuery<Counsellor> byLogin(String login) {
    return entities
        .createQuery("select c from Counsellor c where c.login = :login", Counsellor.class)
        .setParameter("login", login);
  }

  @Override
  public Optional<Counsellor> find(long counsellor) {
    return Optional.ofNullable(entities.find(Counsellor.class, counsellor));
  }

  @Override
  public Optional<Counsellor> findForChange(long counsellor) {
    return entities
        .createQuery("select c from Counsellor c where c.id = :id", Counsellor.class)
        .setParameter("id", counsellor)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Counsellor> list() {
    return entities.createQuery("select c from Counsellor c", Counsellor.class).getResultList();
  }

  @Override
  public List<Organisation> listOrganisations() {
    List<?> rows =
        entities
            .createNativeQuery("select id, name from organisation order by name")
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new Organisation((String) row[0], (String) row[1]))
        .toList();
  }

  @Override
  public void add(Organisation organisation) {
    entities
        .createNativeQuery("insert into organisation (id, name) values (?1, ?2)")
        .setParameter(1, organisation.id())
        .setParameter(2, organisation.name())
        .executeUpdate();
  }

  @Override
  public List<Counsellor> listOnShift(String office) {
    return entities
        .createQuery(
            "select c from Counsellor c where c.id in (select h.counsellor from CounterShift h"
                + " where h.office = :office and h.endedAt is null)",
            Counsellor.class)
        .setParameter("office", office)
        .getResultList();
  }

  @Override
  public void add(Counsellor counsellor) {
    entities.persist(counsellor);
  }

  @Override
  public Optional<SignIn> findSignIn(SecretToken token) {
    return entities
        .createQuery("select s from SignIn s where s.tokenHash = :hash", SignIn.class)
        .setParameter("hash", token.hash())
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<SignIn> listSignIns(Set<String> tokenHashes) {
    return entities
        .createQuery("select s from SignIn s where s.tokenHash in :hashes", SignIn.class)
        .setParameter("hashes", tokenHashes)
        .getResultList();
  }

  @Override
  public List<SignIn> listSignInsOf(long counsellor) {
    return entities
        .createQuery("select s from SignIn s where s.counsellor = :counsellor", SignIn.class)
        .setParameter("counsellor", counsellor)
        .getResultList();
  }

  @Override
  public List<SignIn> listSignInsOfShifts(String office) {
    return entities
        .createQuery(
            "select s from SignIn s where s.counsellor in (select h.counsellor from CounterShift h"
                + " where h.office = :office and h.endedAt is null)",
            SignIn.class)
        .setParameter("office", office)
        .getResultList();
  }

  @Override
  public void add(SignIn signIn) {
    entities.persist(signIn);
  }

  @Override
  public void remove(SignIn signIn) {
    entities.remove(signIn);
  }

  @Override
  public List<Long> listGone(Instant now) {
    return entities
        .createQuery(
            "select distinct s.counsellor from SignIn s where s.counter is not null and not exists"
                + " (select o from SignIn o where o.counsellor = s.counsellor"
                + " and o.counter is not null and o.endedBecause is null"
                + " and o.expiresAt > :now and o.lastUsedAt >= :unused)",
            Long.class)
        .setParameter("now", now)
        .setParameter("unused", now.minus(SignIn.UNUSED))
        .getResultList();
  }

  @Override
  public void removeSignInsOver(Instant now) {
    entities
        .createQuery("delete from SignIn s where s.expiresAt <= :now or s.lastUsedAt < :unused")
        .setParameter("now", now)
        .setParameter("unused", now.minus(SignIn.UNUSED))
        .executeUpdate();
  }

  @Override
  public void lockCounter(long counter) {
    entities
        .createQuery("select c from Counter c where c.id = :id", Counter.class)
        .setParameter("id", counter)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  @Override
  public void add(CounterShift shift) {
    entities.persist(shift);
  }

  @Override
  public List<CounterShift> listOpenShifts(String office) {
    return entities
        .createQuery(
            "select s from CounterShift s where s.office = :office and s.endedAt is null"
                + " order by s.beganAt, s.id",
            CounterShift.class)
        .setParameter("office", office)
        .getResultList();
  }

  @Override
  public List<CounterShift> listOpenShiftsOf(long counsellor) {
    return entities
        .createQuery(
            "select s from CounterShift s where s.counsellor = :counsellor and s.endedAt is null",
            CounterShift.class)
        .setParameter("counsellor", counsellor)
        .getResultList();
  }
}
