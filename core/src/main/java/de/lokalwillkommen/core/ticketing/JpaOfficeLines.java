package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.UniqueKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.LocalDate;
import java.util.Optional;

@ApplicationScoped
class JpaOfficeLines implements OfficeLines {

  private static final String BEGIN =
      "insert into office_line"
          + " (office_id, business_day, walk_ins, appointments, waiting, calls, version)"
          + " values (?, ?, 0, 0, 0, 0, 0)";

  private EntityManager entities;

  protected JpaOfficeLines() {}

  @Inject
  JpaOfficeLines(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public OfficeLine lock(String office, LocalDate today) {
    return lockIfBegun(office)
        .orElseGet(
            () -> {
              begin(office, today);
              return lockIfBegun(office).orElseThrow();
            });
  }

  private Optional<OfficeLine> lockIfBegun(String office) {
    return entities
        .createNamedQuery(OfficeLine.LOCK, OfficeLine.class)
        .setParameter("office", office)
        .getResultStream()
        .findFirst();
  }

  /**
   * Creates the row. Of the transactions that create it at once, all but the first wait here and
   * then find it. They must not wait for a lock on the office instead: the tickets of the first one
   * refer to the office and would wait for them.
   */
  private void begin(String office, LocalDate today) {
    Connection connection = entities.unwrap(Connection.class);
    try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
      insert.setString(1, office);
      insert.setDate(2, Date.valueOf(today));
      Savepoint before = connection.setSavepoint();
      try {
        insert.executeUpdate();
      } catch (SQLException e) {
        connection.rollback(before);
        if (!UniqueKey.isAnyViolatedBy(e)) {
          throw e;
        }
      }
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  @Override
  public Optional<OfficeLine> find(String office) {
    return Optional.ofNullable(entities.find(OfficeLine.class, office));
  }
}
