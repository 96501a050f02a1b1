package de.lokalwillkommen.admin.signin;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.people.AcceptingInvitations;
import de.lokalwillkommen.web.security.shared.SecurityEvent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The page on which an invited person chooses a password. It names the person only after the code
 * was right.
 */
@Named
@RequestScoped
public class InvitationPage {

  private AcceptingInvitations accepting;
  private CodeAttempts attempts;
  private ExternalContext browser;

  private String code;
  private String password;
  private String repeated;
  private String login = "";

  protected InvitationPage() {}

  @Inject
  InvitationPage(AcceptingInvitations accepting, CodeAttempts attempts, ExternalContext browser) {
    this.accepting = accepting;
    this.attempts = attempts;
    this.browser = browser;
  }

  /**
   * Sets the password and shows the name to sign in with.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code TOO_OFTEN} after too many wrong codes; or
   *     as {@link AcceptingInvitations#accept} says
   */
  public void accept() {
    if (!password.equals(repeated)) {
      throw Refusal.of(Kind.INVALID, "password.repeated").with("field", "repeated").asException();
    }
    login =
        attempts.admit(
            (HttpServletRequest) browser.getRequest(),
            "invitation",
            SecurityEvent.PASSWORD_CHANGED,
            () -> accepting.accept(code, password));
  }

  /** The name to sign in with; the empty string before the invitation is accepted. */
  public String getLogin() {
    return login;
  }

  /** Keeps the code while something else is missing; passwords are entered again. */
  public String getCode() {
    return Optional.ofNullable(code)
        .orElseGet(() -> browser.getRequestParameterMap().getOrDefault("code", ""));
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getRepeated() {
    return repeated;
  }

  public void setRepeated(String repeated) {
    this.repeated = repeated;
  }
}
