package de.lokalwillkommen.admin.signin;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.admin.security.Rejections;
import de.lokalwillkommen.admin.security.SecondStepCookie;
import de.lokalwillkommen.admin.security.SecondStepCookie.Begun;
import de.lokalwillkommen.admin.security.SignInDesk;
import de.lokalwillkommen.core.secondfactor.Proposal;
import de.lokalwillkommen.core.secondfactor.UsingSecondFactor;
import de.lokalwillkommen.core.staff.SigningIn.Welcome;
import de.lokalwillkommen.web.page.QrCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The page on which a person whose password was right shows a code, and sets the app up before if
 * there is none yet.
 */
@Named
@RequestScoped
public class SecondStepPage {

  private SignInDesk desk;
  private SecondStepCookie cookie;
  private UsingSecondFactor using;
  private Arrival arrival;
  private CurrentUser me;
  private ExternalContext browser;

  private Optional<Begun> begun = Optional.empty();
  private Optional<Proposal> proposal = Optional.empty();
  private List<String> recoveryCodes = List.of();
  private String next = "";
  private String code;

  protected SecondStepPage() {}

  @Inject
  SecondStepPage(
      SignInDesk desk,
      SecondStepCookie cookie,
      UsingSecondFactor using,
      Arrival arrival,
      CurrentUser me,
      ExternalContext browser) {
    this.desk = desk;
    this.cookie = cookie;
    this.using = using;
    this.arrival = arrival;
    this.me = me;
    this.browser = browser;
  }

  /** Leads those back to the sign-in who have not shown a password here a moment ago. */
  public void enter() throws IOException {
    if (me.signIn().isPresent()) {
      browser.redirect(browser.getRequestContextPath() + "/");
      return;
    }
    begun = cookie.find(request());
    if (begun.isEmpty()) {
      browser.redirect(
          browser.getRequestContextPath() + "/sign-in.xhtml?" + Rejections.ENDED + "=yes");
      return;
    }
    proposal = using.findProposal(begun.get().halfway());
  }

  /**
   * Signs in with the code. New recovery codes are shown once, in the answer.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link SignInDesk#goOn} says
   */
  public void confirm() throws IOException {
    Begun shown = begun.orElseThrow();
    Welcome welcome = desk.goOn(shown, code, request());
    cookie.remove(request(), response());
    desk.keep(welcome, request(), response());
    String address =
        arrival.addressFor(welcome, shown.office(), shown.counter(), request(), response());
    if (welcome.recoveryCodes().isEmpty()) {
      browser.redirect(address);
    } else {
      recoveryCodes = welcome.recoveryCodes();
      next = address;
    }
  }

  /** Whether the app is set up now. */
  public boolean isEnrolling() {
    return proposal.isPresent();
  }

  public QrCode getQrCode() {
    return QrCode.of(proposal.orElseThrow().address());
  }

  /** The secret as a person types it. */
  public String getSecret() {
    return proposal.orElseThrow().inGroups();
  }

  /** New recovery codes; empty before the code was right, and if there are none. */
  public List<String> getRecoveryCodes() {
    return recoveryCodes;
  }

  /** Where the person goes on after the recovery codes. */
  public String getNext() {
    return next;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  private HttpServletRequest request() {
    return (HttpServletRequest) browser.getRequest();
  }

  private HttpServletResponse response() {
    return (HttpServletResponse) browser.getResponse();
  }
}
