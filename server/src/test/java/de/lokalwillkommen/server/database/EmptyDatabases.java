package de.lokalwillkommen.server.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** Fresh databases of both kinds for tests. */
final class EmptyDatabases {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private EmptyDatabases() {}

  static Database derby() {
    return new Database("jdbc:derby:memory:server" + COUNT.incrementAndGet(), "", "");
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

  /** Started when first asked for; ends with this process. */
  private static final class Running {
    static final EmbeddedPostgres POSTGRESQL = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("listen_addresses", "127.0.0.1").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
