package de.lokalwillkommen.kiosk.ticket;

import de.lokalwillkommen.kiosk.gate.KioskGate;
import de.lokalwillkommen.kiosk.page.Form;
import de.lokalwillkommen.kiosk.page.PageState;
import de.lokalwillkommen.kiosk.page.SeeOther;
import de.lokalwillkommen.kiosk.page.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** All offices, for setting up a kiosk; the browser gets its device token here. */
@Named
@RequestScoped
public class OfficesPage {

  @Inject private Entrances entrances;
  @Inject private KioskGate gate;
  @Inject private Times times;
  @Inject private PageState here;
  @Inject private Form form;
  private List<Entrance> list;

  /** Runs before rendering: reads the offices, or stores the token that was typed. */
  public void load() {
    list = entrances.list();
    if (form.isSent()) {
      ExternalContext answer = FacesContext.getCurrentInstance().getExternalContext();
      gate.keep(form.text("device"), (HttpServletResponse) answer.getResponse());
      SeeOther.page(here.getPath());
    }
  }

  /** Whether this browser has a token, which may be invalid. */
  public boolean isKnown() {
    return gate.hasToken();
  }

  public List<Entrance> getList() {
    return list;
  }

  public String getClock() {
    return list.isEmpty() ? "" : times.now(list.get(0).zone());
  }
}
