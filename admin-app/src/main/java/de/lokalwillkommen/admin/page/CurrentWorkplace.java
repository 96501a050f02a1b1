package de.lokalwillkommen.admin.page;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.offices.OfficeProfile.CounterProfile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The office and the counter where the caller is signed in. */
@Named
@RequestScoped
public class CurrentWorkplace {

  private OfficeDirectory offices;
  private CurrentUser me;
  private OfficeProfile office;

  protected CurrentWorkplace() {}

  @Inject
  public CurrentWorkplace(OfficeDirectory offices, CurrentUser me) {
    this.offices = offices;
    this.me = me;
  }

  /**
   * The office, read once for a request.
   *
   * @throws Refused {@code NOT_SIGNED_IN} if the caller is not signed in
   * @throws java.util.NoSuchElementException if the person works in none; pages redirect such
   *     people before
   */
  public OfficeProfile office() {
    if (office == null) {
      office = offices.get(me.get().office().orElseThrow());
    }
    return office;
  }

  /** Whether the person is signed in at an office. */
  public boolean isSomewhere() {
    return me.get().office().isPresent();
  }

  public String getOfficeId() {
    return office().id();
  }

  /** The name of the office; the empty string if the person is signed in at none. */
  public String getOfficeName() {
    return isSomewhere() ? office().name() : "";
  }

  /** The identifier of the zone of the office's clock. */
  public String getZone() {
    return office().zone().getId();
  }

  /** The name of the counter; the empty string without one. */
  public String getCounterName() {
    return me.get()
        .counter()
        .flatMap(counter -> office().findCounter(counter))
        .map(CounterProfile::name)
        .orElse("");
  }
}
