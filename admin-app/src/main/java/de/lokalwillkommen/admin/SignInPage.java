package de.lokalwillkommen.admin;

import de.lokalwillkommen.admin.security.Me;
import de.lokalwillkommen.admin.security.SignInCookie;
import de.lokalwillkommen.admin.security.SignInPace;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.staff.SigningIn;
import de.lokalwillkommen.core.staff.SigningIn.Welcome;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where somebody says at which counter they will work, and who they are. */
@Named("signInPage")
@RequestScoped
public class SignInPage {

  /** What is chosen by those who do not work at a counter. */
  private static final String NO_COUNTER = "-";

  private SigningIn signingIn;
  private SignInPace pace;
  private OfficeDirectory offices;
  private Me me;
  private ExternalContext browser;

  private String office;
  private String counter;
  private boolean withoutCounter;
  private String login;
  private String password;

  protected SignInPage() {}

  @Inject
  SignInPage(
      SigningIn signingIn,
      SignInPace pace,
      OfficeDirectory offices,
      Me me,
      ExternalContext browser) {
    this.signingIn = signingIn;
    this.pace = pace;
    this.offices = offices;
    this.me = me;
    this.browser = browser;
  }

  /**
   * Whoever is signed in already goes on; others find the counter that the address names, or the
   * one last used with this browser.
   */
  public void enter() throws IOException {
    if (me.signIn().isPresent()) {
      goOn();
      return;
    }
    Workplace last = Workplace.lastUsedWith((HttpServletRequest) browser.getRequest());
    Map<String, String> address = browser.getRequestParameterMap();
    office = address.getOrDefault("office", last.office());
    setCounter(address.getOrDefault("counter", last.counter()));
  }

  /** Signs in and goes on to the console. */
  public void signIn() throws IOException {
    Optional<String> at = Optional.ofNullable(office);
    Welcome welcome =
        pace.admit(() -> signingIn.signIn(login, password, at, Optional.ofNullable(counter)));
    HttpServletRequest request = (HttpServletRequest) browser.getRequest();
    HttpServletResponse response = (HttpServletResponse) browser.getResponse();
    SignInCookie.put(welcome.token(), request, response);
    new Workplace(office, counter).remember(request, response);
    goOn();
  }

  /** Signs out, which also ends the shift. */
  public void signOut() throws IOException {
    signingIn.signOut(me.token());
    SignInCookie.remove(
        (HttpServletRequest) browser.getRequest(), (HttpServletResponse) browser.getResponse());
    goOn();
  }

  /** Another office has other counters. */
  public void forgetCounter() {
    counter = null;
  }

  public List<SelectItem> getOffices() {
    return offices.list().stream().map(o -> new SelectItem(o.id(), o.name())).toList();
  }

  public String getOffice() {
    return office;
  }

  public void setOffice(String office) {
    this.office = office;
  }

  public String getCounter() {
    return withoutCounter ? NO_COUNTER : counter;
  }

  public void setCounter(String counter) {
    this.withoutCounter = NO_COUNTER.equals(counter);
    this.counter = withoutCounter ? null : counter;
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  private void goOn() throws IOException {
    browser.redirect(browser.getRequestContextPath() + "/");
  }
}
