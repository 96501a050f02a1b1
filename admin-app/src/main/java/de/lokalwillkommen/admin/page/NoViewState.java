package de.lokalwillkommen.admin.page;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;

/**
 * Makes every page stateless from its beginning. {@code <f:view transient="true">} does so when the
 * page is built, which is too late: before that, PrimeFaces keeps its nonce in the view's map, and
 * for that map Faces would begin an HTTP session.
 */
public class NoViewState implements PhaseListener {

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.RESTORE_VIEW;
  }

  @Override
  public void afterPhase(PhaseEvent event) {
    UIViewRoot page = event.getFacesContext().getViewRoot();
    if (page != null) {
      page.setTransient(true);
    }
  }
}
