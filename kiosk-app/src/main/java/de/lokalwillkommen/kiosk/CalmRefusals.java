package de.lokalwillkommen.kiosk;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.web.rest.Problem;
import jakarta.faces.FacesException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;

/**
 * Leads from a refusal to a calm answer: a page that does not exist (any more) says so; a refused
 * request leads back to its page, which shows how things stand now. Whatever else goes wrong is
 * left to the server's log and its error page.
 */
public class CalmRefusals extends ExceptionHandlerWrapper {

  /** Puts the handler into every request. */
  public static class Factory extends ExceptionHandlerFactory {

    public Factory(ExceptionHandlerFactory wrapped) {
      super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
      return new CalmRefusals(getWrapped().getExceptionHandler());
    }
  }

  CalmRefusals(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() throws FacesException {
    Iterator<ExceptionQueuedEvent> thrown = getUnhandledExceptionQueuedEvents().iterator();
    while (thrown.hasNext()) {
      Optional<Refusal> refusal = refusalIn(thrown.next().getContext().getException());
      if (refusal.isPresent()) {
        thrown.remove();
        answer(refusal.get().kind(), FacesContext.getCurrentInstance());
      }
    }
    getWrapped().handle();
  }

  private static Optional<Refusal> refusalIn(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        return Optional.of(refused.refusal());
      }
    }
    return Optional.empty();
  }

  private static void answer(Refusal.Kind kind, FacesContext faces) {
    ExternalContext answer = faces.getExternalContext();
    switch (kind) {
      case CONFLICT, INVALID -> SeeOther.page(pageOf((HttpServletRequest) answer.getRequest()));
      case UNKNOWN, GONE, NOT_ALLOWED, NOT_SIGNED_IN, TOO_OFTEN -> {
        try {
          answer.responseSendError(Problem.statusOf(kind), "");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        faces.responseComplete();
      }
    }
  }

  /** The address as people know it: inside, the request has been led on. */
  private static String pageOf(HttpServletRequest request) {
    Object path = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
    return query == null ? path.toString() : path + "?" + query;
  }
}
