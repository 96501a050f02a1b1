package de.lokalwillkommen.core.kernel;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.flywaydb.core.Flyway;

/**
 * A migrated database for tests without a server, with one office, shared by all tests of a run.
 * Derby runs in memory; PostgreSQL is a real server on loopback.
 */
public enum TestDatabase implements Transactions {
  DERBY {
    @Override
    String start() {
      return empty("lw");
    }

    @Override
    public String empty(String name) {
      return "jdbc:derby:memory:" + name + ";create=true";
    }
  },
  POSTGRESQL {
    @Override
    String start() {
      try {
        EmbeddedPostgres server = TestPostgresql.start();
        Runtime.getRuntime()
            .addShutdownHook(
                new Thread(
                    () -> {
                      try {
                        server.close();
                      } catch (IOException e) {
                        throw new UncheckedIOException(e);
                      }
                    }));
        return server.getJdbcUrl("postgres", "postgres");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String empty(String name) {
      execute(List.of("create database " + name));
      return url().replaceFirst("/postgres(?=\\?)", "/" + name);
    }
  };

  private String url;
  private EntityManagerFactory factory;

  abstract String start();

  /**
   * The address of another database, empty and not migrated.
   *
   * @param name a word in lower case, used once in a run
   */
  public abstract String empty(String name);

  /** The address of this database. */
  public String url() {
    factory();
    return url;
  }

  private synchronized EntityManagerFactory factory() {
    if (factory == null) {
      url = start();
      Flyway.configure().dataSource(url, null, null).load().migrate();
      factory = connect(url);
    }
    return factory;
  }

  private static EntityManagerFactory connect(String url) {
    return Persistence.createEntityManagerFactory(
        "lokalwillkommen",
        Map.of(
            // an error of the database is also thrown
            "eclipselink.logging.level", "OFF",
            "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
            "jakarta.persistence.jtaDataSource", "",
            "jakarta.persistence.jdbc.url", url,
            "eclipselink.target-server", "None",
            "eclipselink.weaving", "false"));
  }

  /** Another database with the current schema. */
  public static Transactions over(String url) {
    EntityManagerFactory there = connect(url);
    return new Transactions() {
      @Override
      public <T> T transaction(Function<EntityManager, T> work) {
        return run(there, work);
      }
    };
  }

  @Override
  public <T> T transaction(Function<EntityManager, T> work) {
    return run(factory(), work);
  }

  private static <T> T run(EntityManagerFactory factory, Function<EntityManager, T> work) {
    try (EntityManager entities = factory.createEntityManager()) {
      EntityTransaction transaction = entities.getTransaction();
      transaction.begin();
      try {
        T result = work.apply(entities);
        transaction.commit();
        return result;
      } catch (RuntimeException e) {
        if (transaction.isActive()) {
          transaction.rollback();
        }
        throw e;
      }
    }
  }

  /** Runs statements that a test needs as its precondition. */
  public void execute(List<String> statements) {
    factory();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
