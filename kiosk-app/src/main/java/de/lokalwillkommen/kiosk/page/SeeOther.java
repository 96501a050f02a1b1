package de.lokalwillkommen.kiosk.page;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;

/** Answers a request by sending the browser to a page, so that a reload repeats nothing. */
public final class SeeOther {

  private SeeOther() {}

  /** Redirects and ends this request. */
  public static void page(String address) {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext answer = faces.getExternalContext();
    answer.setResponseStatus(HttpServletResponse.SC_SEE_OTHER);
    answer.setResponseHeader("Location", address);
    faces.responseComplete();
  }
}
