package de.lokalwillkommen.kiosk.page;

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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns refusals into pages: a missing or deleted page is reported as such; a refused request is
 * redirected to its page, which gives the reason and shows the current state. Other exceptions go
 * to the server's log and its error page.
 */
public class RefusalRedirects extends ExceptionHandlerWrapper {

  /** Installs the handler in every request. */
  public static class Factory extends ExceptionHandlerFactory {

    public Factory(ExceptionHandlerFactory wrapped) {
      super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
      return new RefusalRedirects(getWrapped().getExceptionHandler());
    }
  }

  /** The request parameter with the key of the refusal that led back to a page. */
  static final String PARAMETER = "refused";

  /** Kinds of refusals without a page of their own, although they are no conflicts. */
  private static final Set<String> TOLD =
      Set.of(
          "booking.busy",
          "booking.onlyInside",
          "kiosk.noMoreTickets",
          "offer.over",
          "storage.scarce",
          "waitlist.over");

  RefusalRedirects(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() throws FacesException {
    Iterator<ExceptionQueuedEvent> thrown = getUnhandledExceptionQueuedEvents().iterator();
    while (thrown.hasNext()) {
      Optional<Refusal> refusal = refusalIn(thrown.next().getContext().getException());
      if (refusal.isPresent()) {
        thrown.remove();
        answer(refusal.get(), FacesContext.getCurrentInstance());
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

  private static void answer(Refusal refusal, FacesContext faces) {
    ExternalContext answer = faces.getExternalContext();
    HttpServletRequest request = (HttpServletRequest) answer.getRequest();
    if ("POST".equals(request.getMethod()) && isTold(refusal)) {
      SeeOther.page(telling(refusal, pageOf(request)));
      return;
    }
    try {
      answer.responseSendError(Problem.statusOf(refusal.kind()), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    faces.responseComplete();
  }

  /** Whether the requesting page can show the current state. */
  private static boolean isTold(Refusal refusal) {
    return switch (refusal.kind()) {
      case CONFLICT, CHANGED_MEANWHILE, INVALID -> true;
      case UNKNOWN, GONE, NOT_ALLOWED, NOT_SIGNED_IN, TOO_OFTEN, UNAVAILABLE ->
          TOLD.contains(refusal.key());
    };
  }

  /** The page with the reason in its address, unless the page shows the reason by itself. */
  private static String telling(Refusal refusal, String page) {
    if (refusal.key().startsWith("office.")) {
      return page;
    }
    String reason = PARAMETER + "=" + refusal.key();
    return page + (page.contains("?") ? "&" : "?") + reason;
  }

  /** The public address without an earlier reason; internally the request has been forwarded. */
  private static String pageOf(HttpServletRequest request) {
    String path = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI).toString();
    Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
    String kept =
        Stream.ofNullable(query)
            .flatMap(q -> Stream.of(q.toString().split("&")))
            .filter(part -> !part.startsWith(PARAMETER + "="))
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? path : path + "?" + kept;
  }
}
