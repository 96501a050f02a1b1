package de.lokalwillkommen.web.app;

import de.lokalwillkommen.core.kernel.DatabasePulse;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Tells a page that lost its server, as cheaply as possible, that it is back. */
@WebServlet("/pulse")
public class Pulse extends HttpServlet {

  @Inject private transient DatabasePulse database;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    database.feel();
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
