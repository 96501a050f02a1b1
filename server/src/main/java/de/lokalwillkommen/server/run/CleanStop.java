package de.lokalwillkommen.server.run;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicroRuntime;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The order of a stop: first Payara with its applications, then the database. All shutdown hooks of
 * a process run at once, and Payara's own does not close Derby, so this hook stops both.
 */
final class CleanStop implements Runnable {
  private static final Logger LOG = Logger.getLogger(CleanStop.class.getName());
  private static final String PAYARAS_OWN_HOOK = "Payara Micro Shutdown Hook";

  private final Runnable front;
  private final DatabaseWork database;
  private final Closeable lock;
  private volatile PayaraMicroRuntime payara;
  private volatile Optional<StorageWatch> watch = Optional.empty();

  private CleanStop(Runnable front, DatabaseWork database, Closeable lock) {
    this.front = front;
    this.database = database;
    this.lock = lock;
  }

  /**
   * Prepares the stop.
   *
   * @param front closes the front, as the first step
   */
  static CleanStop install(Runnable front, DatabaseWork database, Closeable lock) {
    CleanStop stop = new CleanStop(front, database, lock);
    Runtime.getRuntime().addShutdownHook(new Thread(stop, "clean-stop"));
    return stop;
  }

  void stops(PayaraMicroRuntime runtime) {
    payara = runtime;
  }

  void ends(StorageWatch started) {
    watch = Optional.of(started);
  }

  @Override
  public void run() {
    front.run();
    try {
      stopPayara();
      endWatch();
    } finally {
      database.close();
      release();
    }
  }

  private void endWatch() {
    try {
      if (watch.isPresent()) {
        watch.get().end();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void release() {
    try {
      lock.close();
    } catch (IOException e) {
      LOG.log(Level.FINE, "the lock is released with the process", e);
    }
  }

  private void stopPayara() {
    try {
      if (payara != null) {
        payara.shutdown();
      }
    } catch (IllegalStateException alreadyStopping) {
      awaitPayarasOwnHook();
    } catch (BootstrapException e) {
      LOG.log(Level.WARNING, "Payara did not stop cleanly", e);
    }
  }

  private static void awaitPayarasOwnHook() {
    try {
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (PAYARAS_OWN_HOOK.equals(thread.getName())) {
          thread.join();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
