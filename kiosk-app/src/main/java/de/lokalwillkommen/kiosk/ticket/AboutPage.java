package de.lokalwillkommen.kiosk.ticket;

import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.kiosk.page.PageState;
import de.lokalwillkommen.kiosk.page.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Who runs the kiosk: the legal addresses as text and as QR codes, since a kiosk is never left. */
@Named
@RequestScoped
public class AboutPage {

  @Inject private OfficeDirectory offices;
  @Inject private PageState here;
  @Inject private Times times;
  private OfficeProfile office;

  /** Runs before rendering. */
  public void load() {
    office = offices.get(here.getOffice());
  }

  public String getOfficeName() {
    return office.name();
  }

  public String getClock() {
    return times.now(office.zone());
  }
}
