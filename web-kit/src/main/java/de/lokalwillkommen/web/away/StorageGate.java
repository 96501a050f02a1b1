package de.lokalwillkommen.web.away;

import de.lokalwillkommen.core.storage.Storage;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Filters every request that needs the database: while that is away requests are refused at once,
 * and a request that has failed because of it gets the same answer.
 */
public class StorageGate extends HttpFilter {

  private static final Logger LOG = Logger.getLogger(StorageGate.class.getName());

  /** Static resources of the application. */
  private static final List<String> WITHOUT_DATABASE =
      List.of("/assets/", "/webjars/", "/jakarta.faces.resource/");

  private static final String CLOSED = StorageGate.class.getName();

  @Inject private transient Storage storage;
  @Inject private transient AwayAnswer answer;

  public StorageGate() {}

  StorageGate(Storage storage, AwayAnswer answer) {
    this.storage = storage;
    this.answer = answer;
  }

  /** Marks a request to be refused, because the database has failed before it came here. */
  public static void close(HttpServletRequest request) {
    request.setAttribute(CLOSED, true);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (WITHOUT_DATABASE.stream().anyMatch(pathOf(request)::startsWith)) {
      chain.doFilter(request, response);
    } else if (storage.isAway() || request.getAttribute(CLOSED) != null) {
      answer.write(request, response);
    } else {
      tryTo(request, response, chain);
    }
  }

  private void tryTo(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException e) {
      if (response.isCommitted() || !storage.isToBlameFor(e)) {
        throw e;
      }
      LOG.log(Level.WARNING, "refused, since a database operation failed", e);
      response.resetBuffer();
      answer.write(request, response);
    }
  }

  private static String pathOf(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }
}
