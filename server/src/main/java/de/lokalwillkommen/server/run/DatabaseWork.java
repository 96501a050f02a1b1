package de.lokalwillkommen.server.run;

import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The database before and after the applications: prepared while Payara boots, closed when
 * everything else has stopped.
 */
final class DatabaseWork {
  private static final Logger LOG = Logger.getLogger(DatabaseWork.class.getName());
  private static final String PREPARATION = "de.lokalwillkommen.server.database.Preparation";

  private final CompletableFuture<Optional<String>> preparation;

  private DatabaseWork(CompletableFuture<Optional<String>> preparation) {
    this.preparation = preparation;
  }

  static DatabaseWork begin(ServerOptions options) {
    CompletableFuture<Optional<String>> done = new CompletableFuture<>();
    Thread worker =
        new Thread(
            () -> {
              try {
                done.complete(prepare(options));
              } catch (Throwable failure) {
                done.completeExceptionally(failure);
              }
            },
            "database-preparation");
    worker.setDaemon(true);
    worker.start();
    return new DatabaseWork(done);
  }

  /** Waits until the applications may use the database; returns a notice for the operator. */
  Optional<String> awaitPrepared() {
    try {
      return preparation.join();
    } catch (CompletionException failed) {
      Throwable cause = failed.getCause();
      LOG.log(Level.SEVERE, "the database was not prepared", cause);
      throw new ServerRefusal(cause.getMessage() == null ? cause.toString() : cause.getMessage());
    }
  }

  /** Closes Derby, so that the next start needs no recovery; no other code does. */
  void close() {
    try (Connection none = DriverManager.getConnection("jdbc:derby:;shutdown=true")) {
      LOG.log(Level.WARNING, "Derby went on after its shutdown: {0}", none);
    } catch (SQLException e) {
      if (!"XJ015".equals(e.getSQLState())) {
        LOG.log(Level.FINE, "Derby was not running", e);
      }
    }
  }

  private static Optional<String> prepare(ServerOptions options) throws Throwable {
    // Flyway and related libraries are in a class loader of their own, which is dropped with all
    // its classes
    try (URLClassLoader libraries = DatabaseLibraries.of(options)) {
      Thread.currentThread().setContextClassLoader(libraries);
      Object remark =
          libraries
              .loadClass(PREPARATION)
              .getMethod("prepare", String[].class)
              .invoke(
                  null,
                  (Object)
                      new String[] {
                        options.keyFingerprint(),
                        String.valueOf(options.demo()),
                        options.demoTime(),
                        options.data().toString(),
                        options.key().toString()
                      });
      return ((Optional<?>) remark).map(String::valueOf);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
