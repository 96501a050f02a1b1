package de.lokalwillkommen.server.database;

import de.lokalwillkommen.core.kernel.TestPostgresql;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.io.FileUtils;

/** Fresh databases of both kinds for tests. */
final class EmptyDatabases {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private EmptyDatabases() {}

  static Database derby() {
    return new Database("jdbc:derby:memory:server" + COUNT.incrementAndGet(), "", "");
  }

  /** A database with the current schema; copied, which takes a fraction of the time. */
  static Database migratedDerby() {
    Database copy = derby();
    try {
      DriverManager.getConnection(copy.url() + ";createFrom=" + Migrated.BACKUP).close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return copy;
  }

  static Database postgresql() {
    String name = "server" + COUNT.incrementAndGet();
    try (var connection = Running.POSTGRESQL.getPostgresDatabase().getConnection();
        var create = connection.createStatement()) {
      create.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Database(Running.POSTGRESQL.getJdbcUrl("postgres", name), "postgres", "postgres");
  }

  /** Created at the first use; ends with this process. */
  private static final class Migrated {
    static final Path BACKUP = make();

    private static Path make() {
      Database original = derby();
      original.migrate();
      try (var connection = DriverManager.getConnection(original.url());
          var backup = connection.prepareCall("call syscs_util.syscs_backup_database(?)")) {
        Path folder = Files.createTempDirectory("lw-migrated");
        Runtime.getRuntime()
            .addShutdownHook(new Thread(() -> FileUtils.deleteQuietly(folder.toFile())));
        backup.setString(1, folder.toString());
        backup.execute();
        return folder.resolve(original.url().replaceFirst(".*:", ""));
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Started at the first use; ends with this process. */
  private static final class Running {
    static final EmbeddedPostgres POSTGRESQL = start();

    private static EmbeddedPostgres start() {
      try {
        return TestPostgresql.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
