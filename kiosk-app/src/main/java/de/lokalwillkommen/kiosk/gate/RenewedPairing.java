package de.lokalwillkommen.kiosk.gate;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Renews, on its first page, the cookie of a kiosk that was paired by an earlier release. */
public class RenewedPairing extends HttpFilter {

  @Inject private transient DeviceGate gate;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    DeviceCookie.renew(request, response, gate::isKiosk);
    chain.doFilter(request, response);
  }
}
