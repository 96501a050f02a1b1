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
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs subcommands in this server: those about the server itself, and while it has the embedded
 * database open those about the database. The socket lies in a folder that only its owner can
 * enter, so that other users cannot connect; it does not listen on the network. One subcommand runs
 * at a time.
 */
final class SubcommandSocket {
  private static final Logger LOG = Logger.getLogger(SubcommandSocket.class.getName());
  private static final int MOST_ARGUMENTS = 10;

  private final ServerSocketChannel socket;
  private final Work work;

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

  private SubcommandSocket(ServerSocketChannel socket, Work work) {
    this.socket = socket;
    this.work = work;
  }

  /**
   * Opens the socket. If that is impossible, as with a path of more than a hundred characters,
   * subcommands need a stopped server.
   */
  static void open(Path path, Work work) {
    try {
      // left by a server that was killed
      Files.deleteIfExists(path);
      ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      socket.bind(UnixDomainSocketAddress.of(path));
      SubcommandSocket opened = new SubcommandSocket(socket, work);
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
    while (socket.isOpen()) {
      try (SocketChannel asking = socket.accept()) {
        answer(asking);
      } catch (IOException | RuntimeException e) {
        LOG.log(Level.WARNING, "a subcommand was not done: {0}", e.toString());
      }
    }
  }

  private void answer(SocketChannel asking) throws IOException {
    DataInputStream in = new DataInputStream(Channels.newInputStream(asking));
    String secret = in.readUTF();
    String[] arguments = new String[Math.min(in.readInt(), MOST_ARGUMENTS)];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = in.readUTF();
    }
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
