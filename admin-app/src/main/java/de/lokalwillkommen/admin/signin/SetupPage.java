package de.lokalwillkommen.admin.signin;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.staff.Credentials;
import de.lokalwillkommen.core.staff.SettingUp;
import de.lokalwillkommen.core.staff.SettingUp.FirstAdministrator;
import de.lokalwillkommen.web.security.shared.SecurityEvent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The page on which the first administrator of a new installation is created, once. */
@Named
@RequestScoped
public class SetupPage {

  private SettingUp settingUp;
  private CodeAttempts attempts;
  private UsedSetupCode usedCode;
  private ExternalContext browser;

  private String code;
  private String login;
  private String displayName;
  private String password;
  private String repeated;

  protected SetupPage() {}

  @Inject
  SetupPage(
      SettingUp settingUp, CodeAttempts attempts, UsedSetupCode usedCode, ExternalContext browser) {
    this.settingUp = settingUp;
    this.attempts = attempts;
    this.usedCode = usedCode;
    this.browser = browser;
  }

  /** There is no such page once an administrator exists. */
  public void enter() throws IOException {
    if (!settingUp.isAwaited()) {
      browser.responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
    }
  }

  /**
   * Creates the administrator and goes on to the sign-in.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code TOO_OFTEN} after too many wrong codes; or
   *     as {@link SettingUp#createAdministrator} says
   */
  public void create() throws IOException {
    if (!password.equals(repeated)) {
      throw Refusal.of(Kind.INVALID, "password.repeated").with("field", "repeated").asException();
    }
    String name = new Credentials(login, password, false).login();
    attempts.admit(
        (HttpServletRequest) browser.getRequest(),
        "setup",
        SecurityEvent.ACCOUNT_CREATED,
        () -> {
          settingUp.createAdministrator(code, new FirstAdministrator(name, displayName, password));
          return name;
        });
    usedCode.remove();
    browser.redirect(browser.getRequestContextPath() + "/sign-in.xhtml");
  }

  /** Keeps what was entered while something else is missing; passwords are entered again. */
  private String orSent(String taken, String name) {
    return Optional.ofNullable(taken)
        .orElseGet(() -> browser.getRequestParameterMap().getOrDefault(name, ""));
  }

  public String getCode() {
    return orSent(code, "code");
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getLogin() {
    return orSent(login, "login");
  }

  public void setLogin(String login) {
    this.login = login;
  }

  public String getDisplayName() {
    return orSent(displayName, "displayName");
  }

  public void setDisplayName(String displayName) {
    this.displayName = displayName;
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
