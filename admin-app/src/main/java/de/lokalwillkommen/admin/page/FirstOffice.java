package de.lokalwillkommen.admin.page;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.staff.Right;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** What a new installation lacks: pages about an office lead to where the first one is founded. */
@Named
@RequestScoped
public class FirstOffice {

  private OfficeDirectory offices;
  private CurrentUser me;
  private ExternalContext browser;

  protected FirstOffice() {}

  @Inject
  FirstOffice(OfficeDirectory offices, CurrentUser me, ExternalContext browser) {
    this.offices = offices;
    this.me = me;
    this.browser = browser;
  }

  /** Whether there is no office yet, and the person may found the first one. */
  public boolean isToBeFounded() {
    return offices.list().isEmpty() && me.get().mayEverywhere(Right.FOUND_OFFICES);
  }

  /** Redirects from a page about an office if there is none yet. */
  public void require() throws IOException {
    if (offices.list().isEmpty()) {
      browser.redirect(browser.getRequestContextPath() + (isToBeFounded() ? "/offices" : "/"));
    }
  }
}
