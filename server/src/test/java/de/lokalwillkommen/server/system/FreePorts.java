package de.lokalwillkommen.server.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that listen only later. They lie below those that the system gives to outgoing
 * connections, and each process of the tests has a range of its own, so that a port stays free
 * until its server has started.
 */
public final class FreePorts {

  private static final int LOWEST = 12_000;
  private static final int RANGE = 1_000;
  private static final int RANGES = 8;

  private static final int FIRST = LOWEST + Integer.getInteger("lw.fork", 0) % RANGES * RANGE;
  private static int next = ThreadLocalRandom.current().nextInt(RANGE);

  private FreePorts() {}

  /** A port that was not given before, unless very many were. */
  public static synchronized int next() {
    for (int attempt = 0; attempt < RANGE; attempt++) {
      int port = FIRST + next++ % RANGE;
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no port is free from " + FIRST);
  }

  private static boolean isFree(int port) {
    try {
      new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
