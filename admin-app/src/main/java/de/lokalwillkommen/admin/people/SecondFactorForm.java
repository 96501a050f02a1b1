package de.lokalwillkommen.admin.people;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.admin.security.SecondFactorDesk;
import de.lokalwillkommen.core.secondfactor.Proposal;
import de.lokalwillkommen.core.secondfactor.UsingSecondFactor;
import de.lokalwillkommen.core.secondfactor.UsingSecondFactor.State;
import de.lokalwillkommen.web.page.QrCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The second factor on the page of the own account. */
@Named
@RequestScoped
public class SecondFactorForm {

  private UsingSecondFactor using;
  private SecondFactorDesk desk;
  private AccountPage page;
  private CurrentUser me;
  private ExternalContext browser;

  private String password;
  private String code;
  private List<String> recoveryCodes = List.of();

  protected SecondFactorForm() {}

  @Inject
  SecondFactorForm(
      UsingSecondFactor using,
      SecondFactorDesk desk,
      AccountPage page,
      CurrentUser me,
      ExternalContext browser) {
    this.using = using;
    this.desk = desk;
    this.page = page;
    this.me = me;
    this.browser = browser;
  }

  /** Shows a new secret for the app. */
  public void propose() throws IOException {
    using.propose(me.get());
    browser.redirect(browser.getRequestContextPath() + "/account#secondFactor");
  }

  /** Puts the secret into force and shows the recovery codes, once. */
  public void confirm() {
    recoveryCodes = desk.confirm(me, password, code, request());
  }

  /** Shows new recovery codes, once. */
  public void renew() {
    recoveryCodes = desk.renew(me, code, request());
  }

  public void remove() throws IOException {
    desk.remove(me, code, request());
    page.goOn("factorRemoved");
  }

  public State getState() {
    return using.getState(me.get());
  }

  /** Whether a secret waits for its first code. */
  public boolean isProposed() {
    return proposal().isPresent();
  }

  public QrCode getQrCode() {
    return QrCode.of(proposal().orElseThrow().address());
  }

  /** The secret as a person types it. */
  public String getSecret() {
    return proposal().orElseThrow().inGroups();
  }

  /** New recovery codes; empty if none were made with this request. */
  public List<String> getRecoveryCodes() {
    return recoveryCodes;
  }

  private Optional<Proposal> proposal() {
    return using.findProposal(me.get());
  }

  private HttpServletRequest request() {
    return (HttpServletRequest) browser.getRequest();
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
