package de.lokalwillkommen.kiosk.page;

import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The page that replaces one that cannot be shown. */
@Named
@RequestScoped
public class ProblemPage {

  private static final String KEY = "sorry.";
  private static final String TICKET = ".ticket";
  private static final String CODE = ".code";
  private static final String OTHER = "other";
  private static final String CUT_OFF = "cutOff";

  @Inject private PageState here;
  @Inject private PageTexts pageTexts;
  @Inject private Texts texts;
  @Inject private HttpServletRequest request;

  /** Runs before rendering. A phone gets its browser's language unless the address names one. */
  public void load() {
    if (isOnPhone() && request.getParameter(PageTexts.PARAMETER) == null) {
      pageTexts.speak(texts.negotiate(request.getHeader("Accept-Language")).tag());
    }
  }

  /** Whether it is shown on a visitor's phone and not on a kiosk. */
  public boolean isOnPhone() {
    return here.isOnPhone();
  }

  /** The key of the sentence that says what to do now. */
  public String getAdvice() {
    return isCutOff() ? "sorry.cutOff.text" : "sorry.ask";
  }

  /** Whether this device is not paired, or no longer. */
  public boolean isUnpaired() {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return Integer.valueOf(HttpServletResponse.SC_UNAUTHORIZED).equals(status);
  }

  /** Whether the address is a part of a visitor's link. */
  private boolean isCutOff() {
    return here.address().view().isOnPhone() && here.getToken().isEmpty();
  }

  /** The key of the sentence that says what is wrong. */
  public String getReason() {
    if (isCutOff()) {
      return KEY + CUT_OFF;
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    String reason = KEY + status;
    String special = reason + (here.address().view().isOfTicket() ? TICKET : CODE);
    if (!here.getToken().isEmpty() && pageTexts.has(special)) {
      return special;
    }
    return pageTexts.has(reason) ? reason : KEY + OTHER;
  }
}
