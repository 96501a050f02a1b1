package de.lokalwillkommen.server.run;

import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Filters from the log what the container reports as errors although only a client is at fault: a
 * client that disconnects before it has been answered, or sends invalid HTTP. Any client can do so
 * as often as it likes, and an operator could not fix it.
 */
final class ClientFaults implements Filter {

  /** The loggers of the parts that read requests and write answers. */
  private static final List<String> READING_AND_WRITING =
      List.of(
          "jakarta.enterprise.web",
          "jakarta.enterprise.web.core",
          "jakarta.enterprise.resource.webcontainer.faces.application",
          "jakarta.enterprise.resource.webcontainer.faces.context",
          "jakarta.enterprise.resource.webcontainer.faces.lifecycle",
          "org.glassfish.grizzly.filterchain.DefaultFilterChain",
          "org.glassfish.jersey.server.ServerRuntime$Responder");

  private static final Set<String> HUNG_UP =
      Set.of("Connection is closed", "Connection reset by peer", "Connection reset", "Broken pipe");

  private static final Set<String> OF_A_CLIENT =
      Set.of("ClientAbortException", "HttpBrokenContentException");

  private static final String BAD_ADDRESS = "URLDecoder: ";

  /**
   * Strong references, since loggers without one are garbage-collected together with their filters.
   */
  private final List<Logger> loggers = READING_AND_WRITING.stream().map(Logger::getLogger).toList();

  /** Installs the filters, as long as this object is referenced. */
  static ClientFaults keptOut() {
    ClientFaults faults = new ClientFaults();
    faults.loggers.forEach(logger -> logger.setFilter(faults));
    return faults;
  }

  @Override
  public boolean isLoggable(LogRecord line) {
    List<Throwable> causes =
        Stream.iterate(line.getThrown(), thrown -> thrown != null, Throwable::getCause).toList();
    // a database may close a connection as well
    return causes.stream().anyMatch(SQLException.class::isInstance)
        || causes.stream().noneMatch(ClientFaults::isOfAClient);
  }

  private static boolean isOfAClient(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage());
    return thrown instanceof EOFException
        || thrown instanceof IOException && HUNG_UP.contains(message)
        || thrown instanceof IllegalArgumentException && message.startsWith(BAD_ADDRESS)
        || OF_A_CLIENT.contains(thrown.getClass().getSimpleName());
  }
}
