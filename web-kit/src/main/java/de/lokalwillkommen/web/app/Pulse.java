package de.lokalwillkommen.web.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Tells a page that has lost its server, at little cost, that the server is back. A request that
 * gets here has passed {@link de.lokalwillkommen.web.away.StorageGate}, so the database is
 * available too.
 */
@WebServlet("/pulse")
public class Pulse extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
