package de.lokalwillkommen.core.ticketing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Optional;

@ApplicationScoped
class JpaOfficeLines implements OfficeLines {

  private EntityManager entities;

  protected JpaOfficeLines() {}

  @Inject
  JpaOfficeLines(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public OfficeLine lock(String office, LocalDate today) {
    return entities
        .createNamedQuery(OfficeLine.LOCK, OfficeLine.class)
        .setParameter("office", office)
        .getResultStream()
        .findFirst()
        .orElseGet(() -> begin(office, today));
  }

  /** Two servers may make the row at once: the loser's transaction fails and is tried again. */
  private OfficeLine begin(String office, LocalDate today) {
    OfficeLine line = new OfficeLine(office, today);
    entities.persist(line);
    entities.flush();
    return line;
  }

  @Override
  public Optional<OfficeLine> find(String office) {
    return Optional.ofNullable(entities.find(OfficeLine.class, office));
  }
}
