package de.lokalwillkommen.core.offices;

import de.lokalwillkommen.core.kernel.ReadModel;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Reads the offices with everything that belongs to them, for the cache in {@link JpaOffices}. */
@ReadModel
class OfficeReader {

  private EntityManager entities;

  protected OfficeReader() {}

  @Inject
  OfficeReader(EntityManager entities) {
    this.entities = entities;
  }

  List<Office> read() {
    return entities
        .createQuery("select o from Office o order by o.position, o.id", Office.class)
        .getResultList();
  }
}
