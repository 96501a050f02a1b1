package de.lokalwillkommen.admin.people;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.admin.security.PasswordDesk;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.people.OwnAccount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;

/** The own account of the person who is signed in. */
@Named
@RequestScoped
public class AccountPage {

  private static final String DONE = "done";
  private static final List<String> ALL_DONE = List.of("password", "elsewhere", "factorRemoved");

  private OwnAccount own;
  private PasswordDesk desk;
  private PeopleInWords words;
  private CommandParameters asked;
  private CurrentUser me;
  private ExternalContext browser;

  private String present;
  private String password;
  private String repeated;

  protected AccountPage() {}

  @Inject
  AccountPage(
      OwnAccount own,
      PasswordDesk desk,
      PeopleInWords words,
      CommandParameters asked,
      CurrentUser me,
      ExternalContext browser) {
    this.own = own;
    this.desk = desk;
    this.words = words;
    this.asked = asked;
    this.me = me;
    this.browser = browser;
  }

  /**
   * Changes the password.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link PasswordDesk#change} says
   */
  public void changePassword() throws IOException {
    if (!password.equals(repeated)) {
      throw Refusal.of(Kind.INVALID, "password.repeated").with("field", "repeated").asException();
    }
    desk.change(me, present, password, (HttpServletRequest) browser.getRequest());
    goOn("password");
  }

  /** Ends all other sign-ins of the person. */
  public void signOutElsewhere() throws IOException {
    own.signOutElsewhere(me.get(), me.token());
    goOn("elsewhere");
  }

  /** Shows the account again, with a message about what was done. */
  void goOn(String done) throws IOException {
    browser.redirect(browser.getRequestContextPath() + "/account?" + DONE + "=" + done);
  }

  /** The key of the message about the last change, or null. */
  public String getDone() {
    return asked.word(DONE).filter(ALL_DONE::contains).map(d -> "account.done." + d).orElse(null);
  }

  public String getName() {
    return me.get().displayName();
  }

  public String getLogin() {
    return me.get().login();
  }

  public String getRoles() {
    return words.roles(me.get().roles());
  }

  public String getOffice() {
    return words.office(me.get().office());
  }

  /** Whether the identity provider has the password and the second factor of this person. */
  public boolean isFederated() {
    return own.isFederated(me.get());
  }

  public String getLastSignIn() {
    return words.lastSignIn(own.findLastSignIn(me.get()));
  }

  public String getPresent() {
    return present;
  }

  public void setPresent(String present) {
    this.present = present;
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
