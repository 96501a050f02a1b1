package de.lokalwillkommen.admin.page;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.storage.Storage;
import de.lokalwillkommen.web.rest.Problem;
import de.lokalwillkommen.web.security.SecurityLog;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.primefaces.PrimeFaces;

/**
 * The only place that turns exceptions of a page's action into messages, for all kinds of requests:
 * a refusal is explained in the reader's language; any other exception is logged under an
 * identifier, which the message names. Then the page shows the current state.
 */
public class RefusalsAsMessages extends ExceptionHandlerFactory {

  private static final Logger LOG = Logger.getLogger(RefusalsAsMessages.class.getName());
  private static final int ID_LENGTH = 8;

  /**
   * @param wrapped handles exceptions that are thrown while a page is rendered, when it is too late
   *     for a message
   */
  public RefusalsAsMessages(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new Handler(getWrapped().getExceptionHandler());
  }

  private static final class Handler extends ExceptionHandlerWrapper {

    Handler(ExceptionHandler wrapped) {
      super(wrapped);
    }

    @Override
    public void handle() {
      Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
      while (events.hasNext()) {
        ExceptionQueuedEventContext thrown = events.next().getContext();
        boolean isDrawing = PhaseId.RENDER_RESPONSE.equals(thrown.getPhaseId());
        if (!isDrawing) {
          say(thrown.getException(), thrown.getContext());
          events.remove();
        } else if (thrown.getContext().getPartialViewContext().isAjaxRequest()) {
          fail(thrown.getException(), thrown.getContext());
          events.remove();
        } else if (refuse(thrown.getException(), thrown.getContext())) {
          events.remove();
        }
      }
      super.handle();
    }

    /** Answers with the error page of a refusal if nothing of the page has been sent yet. */
    private static boolean refuse(Throwable thrown, FacesContext context) {
      Optional<Refusal> refusal = findRefusal(thrown);
      if (refusal.isEmpty() || context.getExternalContext().isResponseCommitted()) {
        return false;
      }
      try {
        context.getExternalContext().responseSendError(Problem.statusOf(refusal.get().kind()), "");
      } catch (IOException e) {
        return false;
      }
      context.responseComplete();
      return true;
    }

    private static void say(Throwable thrown, FacesContext context) {
      Optional<Refusal> refusal = findRefusal(thrown);
      refusal.ifPresent(r -> note(r, context));
      String words = refusal.map(Handler::inWords).orElseGet(() -> withoutRefusal(thrown));
      refusal.ifPresent(Handler::offerAnyway);
      refusal.ifPresent(r -> CDI.current().select(RefusedField.class).get().note(r));
      context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, words, words));
      context.validationFailed();
      context.renderResponse();
    }

    /**
     * Answers a request in the background with a status if its response cannot be rendered: the
     * page's script then shows a message, keeps the input and reads everything again. PrimeFaces
     * would redirect the browser to the error page.
     */
    private static void fail(Throwable thrown, FacesContext context) {
      ExternalContext external = context.getExternalContext();
      logUndrawn(thrown);
      if (!external.isResponseCommitted()) {
        // keeps the headers, by which the page recognises the server's own answers
        ((ServletResponse) external.getResponse()).resetBuffer();
        external.setResponseStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      }
      context.responseComplete();
    }

    private static void logUndrawn(Throwable thrown) {
      boolean isForeseen =
          findRefusal(thrown).isPresent()
              || CDI.current().select(Storage.class).get().isToBlameFor(thrown);
      LOG.log(isForeseen ? Level.WARNING : Level.SEVERE, "a page could not be rendered", thrown);
    }

    private static void note(Refusal refusal, FacesContext context) {
      SecurityLog log = CDI.current().select(SecurityLog.class).get();
      log.writeIfNotAllowed(
          refusal, (HttpServletRequest) context.getExternalContext().getRequest());
    }

    private static Optional<Refusal> findRefusal(Throwable thrown) {
      for (Throwable t = thrown; t != null; t = t.getCause()) {
        if (t instanceof Refused refused) {
          return Optional.of(refused.refusal());
        }
      }
      return Optional.empty();
    }

    /** A refusal that only needs confirmation can be overridden: the page offers that. */
    private static void offerAnyway(Refusal refusal) {
      if ("anyway".equals(refusal.facts().get("ask"))) {
        PrimeFaces.current().ajax().addCallbackParam("anyway", true);
      }
    }

    private static String inWords(Refusal refusal) {
      Texts texts = CDI.current().select(Texts.class).get();
      PageTexts page = CDI.current().select(PageTexts.class).get();
      return texts.get(
          page.getLanguage(), "refusal." + refusal.key(), refusal.arguments().toArray());
    }

    private static String withoutRefusal(Throwable thrown) {
      if (CDI.current().select(Storage.class).get().isToBlameFor(thrown)) {
        LOG.log(Level.WARNING, "not done, since a database operation failed", thrown);
        return CDI.current().select(PageTexts.class).get().of("error.away");
      }
      return noted(thrown);
    }

    private static String noted(Throwable thrown) {
      String id = UUID.randomUUID().toString().substring(0, ID_LENGTH);
      LOG.log(Level.SEVERE, thrown, () -> "unexpected error, shown to the reader as " + id);
      return CDI.current().select(PageTexts.class).get().of("error.unexpected", id);
    }
  }
}
