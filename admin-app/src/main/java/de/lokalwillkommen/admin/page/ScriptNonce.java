package de.lokalwillkommen.admin.page;

import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletResponse;
import org.primefaces.context.PrimeFacesContext;

/**
 * Lets PrimeFaces start its components under the content security policy. It writes small scripts
 * into the page, each with the nonce of this one answer; the nonce is put into the policy that
 * {@link de.lokalwillkommen.web.page.SecurityHeaders} has set, so that there is one policy, and no
 * other script in a page runs. (PrimeFaces would add a second policy; browsers enforce both, and so
 * would run no script at all.)
 */
public class ScriptNonce implements PhaseListener {

  static final String HEADER = "Content-Security-Policy";

  private static final String SCRIPTS = "script-src 'self'";

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.RENDER_RESPONSE;
  }

  @Override
  public void beforePhase(PhaseEvent event) {
    HttpServletResponse response =
        (HttpServletResponse) event.getFacesContext().getExternalContext().getResponse();
    String policy = response.getHeader(HEADER);
    if (policy != null) {
      String nonce = PrimeFacesContext.getCspState(event.getFacesContext()).getNonce();
      response.setHeader(HEADER, with(policy, nonce));
    }
  }

  static String with(String policy, String nonce) {
    return policy.replace(SCRIPTS, SCRIPTS + " 'nonce-" + nonce + "'");
  }
}
