package de.lokalwillkommen.server.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The database: the embedded Derby or a PostgreSQL.
 *
 * @param url JDBC address
 * @param user may be empty: Derby needs none
 * @param password may be empty
 */
public record Database(String url, String user, String password) {

  /**
   * Reads the values that the launcher passes to its child processes in the environment; a command
   * line would be public.
   */
  public static Database fromEnvironment(Map<String, String> environment) {
    return new Database(
        environment.get("LW_DB_URL"),
        environment.getOrDefault("LW_DB_USER", ""),
        environment.getOrDefault("LW_DB_PASSWORD", ""));
  }

  boolean isDerby() {
    return url.startsWith("jdbc:derby:");
  }

  /**
   * Brings the schema up to date. Several servers may do so at once: Flyway lets one do it and the
   * others wait.
   *
   * @throws DatabaseRefusal if it cannot be reached, is of another product or of a newer release
   */
  public void migrate() {
    DerbyFolder.of(url).ifPresent(folder -> folder.makeIfMissing(this::createAt));
    bringUpToDate();
  }

  /**
   * Whether there is a database whose schema is of an older release.
   *
   * @throws DatabaseRefusal if it cannot be reached, is of another product or of a newer release
   */
  boolean isBehind() {
    if (DerbyFolder.of(url).filter(folder -> !folder.isDatabase()).isPresent()) {
      return false;
    }
    requireReachable(url);
    MigrationInfoService history = flyway(MigrationVersion.LATEST).info();
    KnownSchema.requireOurs(history);
    return history.current() != null && history.pending().length > 0;
  }

  private void createAt(String address) {
    Database beside = at(address);
    beside.bringUpToDate();
    beside.closeThisOne();
  }

  Database at(String address) {
    return new Database(address, user, password);
  }

  /**
   * The schema version of this release.
   *
   * @throws DatabaseRefusal if the database cannot be reached
   */
  int newestSchema() {
    requireReachable(url);
    return Stream.of(flyway(MigrationVersion.LATEST).info().all())
        .filter(migration -> migration.getState() != MigrationState.FUTURE_SUCCESS)
        .map(MigrationInfo::getVersion)
        .filter(Objects::nonNull)
        .mapToInt(version -> Integer.parseInt(version.getVersion()))
        .max()
        .orElseThrow();
  }

  void bringUpToDate() {
    bringUpTo(MigrationVersion.LATEST);
  }

  /** Migrates up to a version and no further; creates an embedded database. */
  void bringUpTo(MigrationVersion version) {
    requireReachable(isDerby() ? url + ";create=true" : url);
    try {
      Flyway flyway = flyway(version);
      KnownSchema.requireOurs(flyway.info());
      flyway.migrate();
    } catch (FlywayException e) {
      throw KnownSchema.refusal(e);
    }
  }

  private void requireReachable(String address) {
    try (Connection reachable = connect(address)) {
      if (isDerby()) {
        KnownSchema.requireNoStrangersTables(reachable);
      }
    } catch (SQLException e) {
      throw new DatabaseRefusal("the database cannot be reached", e);
    }
  }

  private Flyway flyway(MigrationVersion target) {
    return Flyway.configure(Database.class.getClassLoader())
        .dataSource(url, emptyToNull(user), emptyToNull(password))
        .locations("classpath:db/migration")
        .target(target)
        .load();
  }

  /** Runs the work in one transaction that no other server's {@code alone} overlaps with. */
  public void alone(Work work) {
    try (Connection connection = connect(url)) {
      connection.setAutoCommit(false);
      try (var lock = connection.createStatement()) {
        lock.execute("lock table installation in exclusive mode");
        work.with(connection);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new DatabaseRefusal("a database operation failed", e);
    }
  }

  /**
   * Closes the embedded database, so that the next process may open it; leaves a PostgreSQL alone.
   */
  public void close() {
    if (!isDerby()) {
      return;
    }
    try (Connection none = DriverManager.getConnection("jdbc:derby:;shutdown=true")) {
      throw new IllegalStateException("Derby went on after its shutdown: " + none);
    } catch (SQLException e) {
      if (!"XJ015".equals(e.getSQLState())) {
        throw new DatabaseRefusal("the database could not be closed", e);
      }
    }
  }

  /** Closes an embedded database and leaves Derby running. */
  void closeThisOne() {
    try (Connection none = DriverManager.getConnection(url + ";shutdown=true")) {
      throw new IllegalStateException("Derby went on after its shutdown: " + none);
    } catch (SQLException e) {
      if (!"08006".equals(e.getSQLState())) {
        throw new DatabaseRefusal("the database could not be closed", e);
      }
    }
  }

  Connection connect() throws SQLException {
    return connect(url);
  }

  private Connection connect(String address) throws SQLException {
    Properties access = new Properties();
    if (!user.isEmpty()) {
      access.setProperty("user", user);
      access.setProperty("password", password);
    }
    return DriverManager.getConnection(address, access);
  }

  private static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Work within one transaction. */
  @FunctionalInterface
  public interface Work {
    /** Must leave committing to the caller. */
    void with(Connection connection) throws SQLException;
  }
}
