package de.lokalwillkommen.server.run;

/** The server cannot start; the message tells the operator why, in one line. */
final class ServerRefusal extends RuntimeException {
  ServerRefusal(String reason) {
    super(reason);
  }
}
