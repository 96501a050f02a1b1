package de.lokalwillkommen.server.run;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs subcommands in this server: those about the server itself, and while it has the embedded
 * database open those about the database. The socket lies in a folder that only its owner can
 * enter, so that other users cannot connect; it does not listen on the network. A hanging client or
 * database blocks no other subcommand while fewer than {@link #MOST_AT_ONCE} hang.
 */
final class SubcommandSocket {
  private static final Logger LOG = Logger.getLogger(SubcommandSocket.class.getName());
  private static final int MOST_ARGUMENTS = 10;

  /** How many subcommands run at the same time; the next one waits. */
  static final int MOST_AT_ONCE = 4;

  /** How long a client may take to send its request. */
  static final Duration TO_ASK = Duration.ofSeconds(10);

  private final ServerSocketChannel socket;
  private final Duration limit;
  private final Work work;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "subcommand-limit");
            thread.setDaemon(true);
            return thread;
          });

  /** The subcommands that can be run. */
  @FunctionalInterface
  interface Work {
    /**
     * Runs a subcommand.
     *
     * @return the text for the operator
     * @throws ServerRefusal with the reason why it was not done
     */
    String run(String secret, String[] arguments);
  }

  private SubcommandSocket(ServerSocketChannel socket, Duration limit, Work work) {
    this.socket = socket;
    this.limit = limit;
    this.work = work;
  }

  /**
   * Opens the socket. If that is impossible, as with a path of more than a hundred characters,
   * subcommands need a stopped server.
   *
   * @param limit how long a client may take to send its request
   */
  static void open(Path path, Duration limit, Work work) {
    try {
      // left by a killed server
      Files.deleteIfExists(path);
      ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      socket.bind(UnixDomainSocketAddress.of(path));
      SubcommandSocket opened = new SubcommandSocket(socket, limit, work);
      Thread thread = new Thread(opened::serve, "subcommands");
      thread.setDaemon(true);
      thread.start();
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          "subcommands cannot ask this server, which must be stopped for them: {0}",
          e.getMessage());
    }
  }

  private void serve() {
    try {
      while (socket.isOpen()) {
        places.acquire();
        begin();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void begin() {
    try {
      SocketChannel asking = socket.accept();
      Thread thread = new Thread(() -> serve(asking), "subcommand");
      thread.setDaemon(true);
      thread.start();
    } catch (IOException e) {
      places.release();
      LOG.log(Level.WARNING, "a subcommand could not ask: {0}", e.toString());
    }
  }

  private void serve(SocketChannel asking) {
    try (asking) {
      answer(asking);
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "a subcommand was not done: {0}", e.toString());
    } finally {
      places.release();
    }
  }

  private static void close(SocketChannel silent) {
    try {
      silent.close();
    } catch (IOException e) {
      LOG.log(Level.FINE, "the connection of a silent client was not closed", e);
    }
  }

  private void answer(SocketChannel asking) throws IOException {
    Future<?> inTime = clock.schedule(() -> close(asking), limit.toMillis(), TimeUnit.MILLISECONDS);
    DataInputStream in = new DataInputStream(Channels.newInputStream(asking));
    String secret = in.readUTF();
    String[] arguments = new String[Math.min(in.readInt(), MOST_ARGUMENTS)];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = in.readUTF();
    }
    inTime.cancel(false);
    DataOutputStream out = new DataOutputStream(Channels.newOutputStream(asking));
    try {
      String done = work.run(secret, arguments);
      LOG.log(Level.INFO, "the subcommand {0} was done", arguments[0]);
      out.writeBoolean(true);
      out.writeUTF(done);
    } catch (ServerRefusal refusal) {
      out.writeBoolean(false);
      out.writeUTF(refusal.getMessage());
    }
    out.flush();
  }
}
