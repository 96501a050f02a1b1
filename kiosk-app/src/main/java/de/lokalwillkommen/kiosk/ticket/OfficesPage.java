package de.lokalwillkommen.kiosk.ticket;

import de.lokalwillkommen.kiosk.gate.KioskGate;
import de.lokalwillkommen.kiosk.page.Form;
import de.lokalwillkommen.kiosk.page.PageState;
import de.lokalwillkommen.kiosk.page.SeeOther;
import de.lokalwillkommen.kiosk.page.Times;
import de.lokalwillkommen.web.app.Installation;
import de.lokalwillkommen.web.text.InventedData;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/**
 * The first page of a device: the start of its office; for a browser that is not paired its code,
 * and in a demonstration all offices.
 */
@Named
@RequestScoped
public class OfficesPage {

  @Inject private Entrances entrances;
  @Inject private KioskGate gate;
  @Inject private Times times;
  @Inject private PageState here;
  @Inject private Form form;
  @Inject private PairingPage pairing;
  @Inject private Installation installation;
  private List<Entrance> list;

  /** Runs before rendering: reads the offices, stores a token that was typed, or pairs. */
  public void load() {
    ExternalContext context = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletResponse answer = (HttpServletResponse) context.getResponse();
    list = entrances.list();
    if (form.isSent()) {
      gate.keep(form.text("device"), answer);
      SeeOther.page(here.getPath());
    } else if (isPairing()) {
      here.findDevice()
          .map(pairing::startOf)
          .or(() -> pairing.load(answer))
          .ifPresent(SeeOther::page);
    }
  }

  /**
   * Whether this browser shows a code, because it is not paired. That of an editor, who looks at a
   * text, does not ask for one.
   */
  public boolean isPairing() {
    return !installation.isDemo() && !InventedData.isShown();
  }

  public List<Entrance> getList() {
    return list;
  }

  /** The key of what a visitor without an appointment finds in an office now. */
  public String stateOf(Entrance entrance) {
    return switch (entrance.overview().walkIns()) {
      case ADMITTED -> "offices.open";
      case FULL -> "offices.full";
      case OVER -> "offices.over";
      case CLOSED -> "offices.shut";
    };
  }

  public String getClock() {
    return list.isEmpty() ? "" : times.now(list.get(0).zone());
  }
}
