package de.lokalwillkommen.admin.signin;

import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.offices.OfficeProfile.CounterProfile;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.Desks.Desk;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The counters of the office where a person signs in, including those that are occupied: a person
 * who chooses an occupied counter joins a tandem, and is told so before.
 */
@Named
@RequestScoped
public class CounterChoice {

  private OfficeDirectory offices;
  private Desks desks;
  private SignInPage page;
  private PageTexts texts;
  private HttpServletRequest request;

  protected CounterChoice() {}

  @Inject
  CounterChoice(
      OfficeDirectory offices,
      Desks desks,
      SignInPage page,
      PageTexts texts,
      HttpServletRequest request) {
    this.offices = offices;
    this.desks = desks;
    this.page = page;
    this.texts = texts;
    this.request = request;
  }

  /**
   * Clears a remembered counter that is occupied; a counter that the person has chosen explicitly
   * stays.
   */
  public void enter() {
    if (request.getParameter("counter") == null && isTaken()) {
      page.setCounter(null);
    }
  }

  private Optional<OfficeProfile> office() {
    return Optional.ofNullable(page.getOffice()).flatMap(offices::find);
  }

  /** Whether an office is chosen, so that a counter, or none, has to be chosen as well. */
  public boolean isRequired() {
    return office().isPresent();
  }

  public List<SelectItem> getCounters() {
    Set<Long> taken = taken();
    return office().map(OfficeProfile::counters).orElse(List.of()).stream()
        .map(counter -> new SelectItem(counter.label(), label(counter, taken)))
        .toList();
  }

  private String label(CounterProfile counter, Set<Long> taken) {
    return taken.contains(counter.id())
        ? texts.of("signIn.counter.taken", counter.name())
        : counter.name();
  }

  /** Whether the chosen counter is occupied. */
  public boolean isTaken() {
    Set<Long> taken = taken();
    return office().map(OfficeProfile::counters).orElse(List.of()).stream()
        .filter(counter -> counter.label().equals(page.getCounter()))
        .anyMatch(counter -> taken.contains(counter.id()));
  }

  private Set<Long> taken() {
    return office().map(OfficeProfile::id).map(desks::readStaffedIn).orElse(List.of()).stream()
        .map(Desk::counter)
        .collect(Collectors.toSet());
  }
}
