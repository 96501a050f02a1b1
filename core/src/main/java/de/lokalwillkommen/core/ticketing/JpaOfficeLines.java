package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.offices.Office;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
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
    return lockIfBegun(office).orElseGet(() -> begin(office, today));
  }

  private Optional<OfficeLine> lockIfBegun(String office) {
    return entities
        .createNamedQuery(OfficeLine.LOCK, OfficeLine.class)
        .setParameter("office", office)
        .getResultStream()
        .findFirst();
  }

  /** Of those who would make the row at once, all but the first wait here and find it. */
  private OfficeLine begin(String office, LocalDate today) {
    entities.find(Office.class, office, LockModeType.PESSIMISTIC_WRITE);
    return lockIfBegun(office)
        .orElseGet(
            () -> {
              OfficeLine line = new OfficeLine(office, today);
              entities.persist(line);
              entities.flush();
              return line;
            });
  }

  @Override
  public Optional<OfficeLine> find(String office) {
    return Optional.ofNullable(entities.find(OfficeLine.class, office));
  }
}
