package de.lokalwillkommen.admin.signin;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.calling.OpenVisits;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile.CounterProfile;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.Desks.Partner;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.TakingCounters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Asks a person who has signed in whether to share a counter where a colleague works. Only people
 * who are signed in see the colleague's name.
 */
@Named
@RequestScoped
public class JoiningPage {

  private TakingCounters taking;
  private OfficeDirectory offices;
  private OpenVisits visits;
  private Desks desks;
  private CurrentUser me;
  private ExternalContext browser;

  protected JoiningPage() {}

  @Inject
  JoiningPage(
      TakingCounters taking,
      OfficeDirectory offices,
      OpenVisits visits,
      Desks desks,
      CurrentUser me,
      ExternalContext browser) {
    this.taking = taking;
    this.offices = offices;
    this.visits = visits;
    this.desks = desks;
    this.me = me;
    this.browser = browser;
  }

  /** Redirects a person who has a counter, or who names none of the office. */
  public String enter() {
    boolean asks =
        me.get().counter().isEmpty() && me.get().servesVisitors() && counter().isPresent();
    return asks ? null : "start?faces-redirect=true";
  }

  private Optional<CounterProfile> counter() {
    return me.get()
        .office()
        .flatMap(offices::find)
        .flatMap(
            office ->
                office.counters().stream().filter(c -> c.label().equals(getLabel())).findFirst());
  }

  /** The label of the counter. */
  public String getLabel() {
    return browser.getRequestParameterMap().getOrDefault("counter", "");
  }

  /** The name of the counter. */
  public String getCounterName() {
    return counter().map(CounterProfile::name).orElse("");
  }

  /** The people who work there now; empty if the counter has become free. */
  public List<Partner> getOthers() {
    return counter().map(c -> desks.readOthersAt(me.get(), c.id())).orElse(List.of());
  }

  /** Takes the counter, together with the people that the page has named. */
  public void join() throws IOException {
    boolean knows = browser.getRequestParameterMap().containsKey("together");
    SignedIn there = taking.take(me.token(), getLabel(), knows);
    browser.redirect(
        browser.getRequestContextPath()
            + "/console.xhtml"
            + (visits.listOf(there).isEmpty() ? "" : "?inherited=1"));
  }
}
