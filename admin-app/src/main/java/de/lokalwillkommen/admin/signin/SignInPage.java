package de.lokalwillkommen.admin.signin;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.admin.security.Rejections;
import de.lokalwillkommen.admin.security.SecondStepCookie;
import de.lokalwillkommen.admin.security.SecondStepCookie.Begun;
import de.lokalwillkommen.admin.security.SignInCookie;
import de.lokalwillkommen.admin.security.SignInDesk;
import de.lokalwillkommen.core.calling.OpenVisits;
import de.lokalwillkommen.core.calling.Parting;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.staff.SignInEnd;
import de.lokalwillkommen.core.staff.SigningIn.Entry;
import de.lokalwillkommen.core.staff.SigningIn.Halfway;
import de.lokalwillkommen.core.staff.SigningIn.Welcome;
import de.lokalwillkommen.core.ticketing.TicketView;
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
import java.util.function.Function;

/** The sign-in page: name, password and the counter. */
@Named
@RequestScoped
public class SignInPage {

  /** The choice of a person who does not work at a counter. */
  private static final String NO_COUNTER = "-";

  private SignInDesk desk;
  private OfficeDirectory offices;
  private OpenVisits visits;
  private SecondStepCookie secondStep;
  private Arrival arrival;
  private ProviderPage provider;
  private CurrentUser me;
  private ExternalContext browser;
  private Optional<SignInEnd> end = Optional.empty();

  private String office;
  private String counter;
  private boolean withoutCounter;
  private boolean otherOffice;
  private String login;
  private String password;

  protected SignInPage() {}

  @Inject
  SignInPage(
      SignInDesk desk,
      OfficeDirectory offices,
      OpenVisits visits,
      SecondStepCookie secondStep,
      Arrival arrival,
      ProviderPage provider,
      CurrentUser me,
      ExternalContext browser) {
    this.desk = desk;
    this.offices = offices;
    this.visits = visits;
    this.secondStep = secondStep;
    this.arrival = arrival;
    this.provider = provider;
    this.me = me;
    this.browser = browser;
  }

  /**
   * Redirects a person who is signed in already; for others preselects the counter that the address
   * names, or the one last used with this browser.
   */
  public void enter() throws IOException {
    if (me.signIn().isPresent()) {
      browser.redirect(arrival.addressFor(request(), response()));
      return;
    }
    end = desk.findEnd(request());
    Workplace last = Workplace.lastUsedWith(request());
    Map<String, String> address = browser.getRequestParameterMap();
    office = address.getOrDefault("office", last.office());
    setCounter(address.getOrDefault("counter", last.counter()));
  }

  /** Signs in and goes on to the console, or to the page that asks for a code. */
  public void signIn() throws IOException {
    HttpServletRequest request = request();
    HttpServletResponse response = response();
    Optional<String> at = Optional.ofNullable(office);
    Optional<String> label = Optional.ofNullable(counter);
    Entry entry = desk.signIn(login, password, at, label, request);
    if (entry instanceof Halfway halfway) {
      secondStep.put(new Begun(halfway, at, label), request, response);
      browser.redirect(browser.getRequestContextPath() + "/second-step");
      return;
    }
    Welcome welcome = (Welcome) entry;
    desk.keep(welcome, request, response);
    browser.redirect(arrival.addressFor(welcome, at, label, request, response));
  }

  /**
   * Leads to the identity provider with the chosen place.
   *
   * @return the view to show
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if an office was chosen without
   *     a counter, {@code UNAVAILABLE} while the provider does not answer
   */
  public String signInByProvider() {
    // the command does not wait for name and password, so the place is read as it was sent
    setCounter(orSent(null, "counter"));
    Optional<String> at = Optional.ofNullable(orSent(null, "office"));
    if (at.isPresent() && counter == null && !withoutCounter) {
      throw Refusal.of(Kind.INVALID, "signIn.counterMissing").asException();
    }
    return provider.begin(at, Optional.ofNullable(counter));
  }

  /**
   * Signs out, unless there are visitors at the counter: in that case asks first what happens to
   * them.
   *
   * @return the view to show, if it is not the page to which the browser is led
   */
  public String signOut() throws IOException {
    if (visits.listOf(me.get()).isEmpty()) {
      return signOutAfter(visit -> Optional.empty());
    }
    browser.redirect(browser.getRequestContextPath() + "/leaving.xhtml");
    return null;
  }

  /**
   * Signs out, after what has been decided for each visitor at the counter; also at the identity
   * provider, if the sign-in has come from there.
   *
   * @return the view to show, if it is not the page to which the browser is led
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link SignInDesk#signOut} says
   */
  public String signOutAfter(Function<TicketView, Optional<Parting>> decision) throws IOException {
    boolean leadsOn = provider.prepareSignOut();
    desk.signOut(me, decision, request());
    SignInCookie.remove(request(), response());
    if (leadsOn) {
      return ProviderPage.VIEW;
    }
    goOn();
    return null;
  }

  /** Updates the choice of counters for another office. */
  public void forgetCounter() {
    counter = null;
    otherOffice = true;
  }

  /** Keeps what was entered, also while something else is missing and nothing is submitted. */
  private String orSent(String taken, String name) {
    return Optional.ofNullable(taken)
        .or(() -> Optional.ofNullable(browser.getRequestParameterMap().get(name)))
        .filter(entered -> !entered.isEmpty())
        .orElse(null);
  }

  /**
   * Why this browser is no longer signed in, as the key of a sentence; null if no explanation is
   * needed. A sign-in that is unknown counts as expired.
   */
  public String getEnded() {
    boolean wasSignedIn = browser.getRequestParameterMap().containsKey(Rejections.ENDED);
    return end.map(why -> "signIn.ended." + why).orElse(wasSignedIn ? "signIn.ended" : null);
  }

  public List<SelectItem> getOffices() {
    return offices.list().stream().map(o -> new SelectItem(o.id(), o.name())).toList();
  }

  public String getOffice() {
    return orSent(office, "office");
  }

  public void setOffice(String office) {
    this.office = office;
  }

  public String getCounter() {
    if (withoutCounter) {
      return NO_COUNTER;
    }
    return otherOffice ? counter : orSent(counter, "counter");
  }

  public void setCounter(String counter) {
    this.withoutCounter = NO_COUNTER.equals(counter);
    this.counter = withoutCounter ? null : counter;
  }

  public String getLogin() {
    return orSent(login, "login");
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

  private HttpServletRequest request() {
    return (HttpServletRequest) browser.getRequest();
  }

  private HttpServletResponse response() {
    return (HttpServletResponse) browser.getResponse();
  }
}
