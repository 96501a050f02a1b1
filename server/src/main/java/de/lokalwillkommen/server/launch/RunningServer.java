package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.host.DataDirectory;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The server that uses the data directory now, asked through a socket in a folder that only its
 * owner can enter; the server's side is {@code de.lokalwillkommen.server.run.SubcommandSocket}.
 */
final class RunningServer {
  private final Path socket;

  RunningServer(DataDirectory data) {
    this.socket = data.run().resolve("server.sock");
  }

  /**
   * The result from the server.
   *
   * @param isDone whether it was done; false if it was refused
   * @param words the text for the operator
   */
  record Answer(boolean isDone, String words) {}

  /** Asks the server to run a subcommand; empty if no server is running. */
  Optional<Answer> ask(String secret, String... arguments) {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      DataOutputStream out = new DataOutputStream(Channels.newOutputStream(channel));
      out.writeUTF(secret);
      out.writeInt(arguments.length);
      for (String argument : arguments) {
        out.writeUTF(argument);
      }
      out.flush();
      DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
      return Optional.of(new Answer(in.readBoolean(), in.readUTF()));
    } catch (IOException noServer) {
      return Optional.empty();
    }
  }
}
