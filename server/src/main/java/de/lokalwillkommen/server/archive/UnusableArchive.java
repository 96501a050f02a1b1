package de.lokalwillkommen.server.archive;

/** An archive cannot be read; the message tells the operator why, in one line. */
public final class UnusableArchive extends RuntimeException {
  UnusableArchive(String reason) {
    super(reason);
  }

  UnusableArchive(String reason, Exception cause) {
    super(reason, cause);
  }
}
