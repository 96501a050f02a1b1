package de.lokalwillkommen.admin.people;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.secondfactor.ManagingSecondFactors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;

/** How people sign in to this installation: whether administrators need a second factor. */
@Named
@RequestScoped
public class SignInRulesPage {

  private static final String DONE = "done";

  private ManagingSecondFactors factors;
  private CommandParameters asked;
  private CurrentUser me;
  private ExternalContext browser;

  private String reason;

  protected SignInRulesPage() {}

  @Inject
  SignInRulesPage(
      ManagingSecondFactors factors,
      CommandParameters asked,
      CurrentUser me,
      ExternalContext browser) {
    this.factors = factors;
    this.asked = asked;
    this.me = me;
    this.browser = browser;
  }

  /**
   * Requires no second factor, for the reason that was entered.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link ManagingSecondFactors#arrange} says
   */
  public void waive() throws IOException {
    factors.arrange(me.get(), Optional.of(Optional.ofNullable(reason).orElse("")));
    goOn();
  }

  /** Requires a second factor. */
  public void require() throws IOException {
    factors.arrange(me.get(), Optional.empty());
    goOn();
  }

  private void goOn() throws IOException {
    browser.redirect(browser.getRequestContextPath() + "/sign-in-rules?" + DONE + "=saved");
  }

  public boolean isRequired() {
    return factors.findWaiver().isEmpty();
  }

  /** Why administrators need no second factor; the empty string if they need one. */
  public String getWaiver() {
    return factors.findWaiver().orElse("");
  }

  /** The key of the message about the last change, or null. */
  public String getDone() {
    return asked.word(DONE).map(done -> "people.done.saved").orElse(null);
  }

  /** Keeps what was entered while it is not accepted. */
  public String getReason() {
    return Optional.ofNullable(reason)
        .orElseGet(() -> browser.getRequestParameterMap().getOrDefault("reason", ""));
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
