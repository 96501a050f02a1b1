package de.lokalwillkommen.server.system;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A listening socket of a process, as listed by the kernel (Linux).
 *
 * @param address the local address
 * @param port the TCP port
 */
record Listening(InetAddress address, int port) {

  private static final String LISTENS = "0A";
  private static final int HEX = 16;
  private static final int WORD = 8;

  /** All TCP sockets on which a process waits for connections. */
  static List<Listening> of(ProcessHandle process) throws IOException {
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    Set<String> own = socketsOf(proc);
    List<Listening> all = new ArrayList<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      for (String line : Files.readAllLines(proc.resolve(table))) {
        // sl local_address rem_address st tx_queue:rx_queue tr:tm->when retrnsmt uid timeout inode
        String[] columns = line.strip().split("\\s+");
        if (columns[3].equals(LISTENS) && own.contains("socket:[" + columns[9] + "]")) {
          String[] local = columns[1].split(":");
          all.add(new Listening(addressOf(local[0]), Integer.parseInt(local[1], HEX)));
        }
      }
    }
    return all;
  }

  private static Set<String> socketsOf(Path proc) throws IOException {
    Set<String> sockets = new HashSet<>();
    try (Stream<Path> files = Files.list(proc.resolve("fd"))) {
      for (Path file : files.toList()) {
        try {
          sockets.add(Files.readSymbolicLink(file).toString());
        } catch (NoSuchFileException closedMeanwhile) {
          // a closed descriptor is not a listening socket
        }
      }
    }
    return sockets;
  }

  /** Parses words of four bytes, each with its last byte first. */
  private static InetAddress addressOf(String hex) throws IOException {
    byte[] bytes = new byte[hex.length() / 2];
    for (int i = 0; i < hex.length(); i += WORD) {
      int word = Integer.reverseBytes(new BigInteger(hex.substring(i, i + WORD), HEX).intValue());
      for (int b = 0; b < Integer.BYTES; b++) {
        bytes[i / 2 + b] = (byte) (word >> (Integer.SIZE - Byte.SIZE * (b + 1)));
      }
    }
    return InetAddress.getByAddress(bytes);
  }
}
