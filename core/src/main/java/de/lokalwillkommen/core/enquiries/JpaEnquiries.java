package de.lokalwillkommen.core.enquiries;

import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.kernel.UniqueKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.LocalDate;
import java.util.Optional;

@ApplicationScoped
class JpaEnquiries implements Enquiries {

  private static final UniqueKey REQUEST = new UniqueKey("enquiry_request");

  private EntityManager entities;

  protected JpaEnquiries() {}

  @Inject
  JpaEnquiries(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(Enquiry enquiry) {
    entities.persist(enquiry);
    try {
      entities.flush();
    } catch (PersistenceException e) {
      throw REQUEST.isViolatedBy(e) ? RequestKey.otherBody() : e;
    }
  }

  @Override
  public Optional<Enquiry> find(long id) {
    return Optional.ofNullable(entities.find(Enquiry.class, id));
  }

  @Override
  public Optional<Enquiry> findByRequest(RequestKey key) {
    return entities
        .createQuery("select e from Enquiry e where e.requestKey = :key", Enquiry.class)
        .setParameter("key", key.text())
        .getResultStream()
        .findFirst();
  }

  @Override
  public void remove(Enquiry enquiry) {
    entities.remove(enquiry);
  }

  @Override
  public long count(String office, LocalDate day) {
    return entities
        .createQuery(
            "select count(e) from Enquiry e where e.office = :office and e.day = :day", Long.class)
        .setParameter("office", office)
        .setParameter("day", day)
        .getSingleResult();
  }
}
