package de.lokalwillkommen.kiosk.page;

import de.lokalwillkommen.core.devices.ClientRight;
import de.lokalwillkommen.core.devices.KnownDevice;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.kiosk.gate.DeviceCookie;
import de.lokalwillkommen.web.app.Installation;
import de.lokalwillkommen.web.page.DeviceArrivals;
import de.lokalwillkommen.web.page.Recognised;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Recognises the kiosk that opens a page by its cookie. One whose pairing has ended gets a notice
 * instead of each page, and one that was moved the start of its new office. Browsers without that
 * cookie, such as visitors' phones, are not concerned.
 */
public class PairedPages extends HttpFilter {

  private static final String STOPPED = "/pages/stopped.xhtml";
  private static final String SEEN = PairedPages.class.getName();

  @Inject private transient DeviceArrivals arrivals;
  @Inject private transient Installation installation;

  /** The device that opens the page, if its token is valid. */
  static Optional<KnownDevice> deviceOf(HttpServletRequest request) {
    return Optional.ofNullable(request.getAttribute(KnownDevice.class.getName()))
        .map(KnownDevice.class::cast);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<String> token = DeviceCookie.find(request);
    if (installation.isDemo() || token.isEmpty() || request.getAttribute(SEEN) != null) {
      chain.doFilter(request, response);
      return;
    }
    request.setAttribute(SEEN, true);
    Address asked = PrettyPaths.addressOf(request);
    Optional<KnownDevice> device =
        arrivals
            .meet(new SecretToken(token.get()), request, response)
            .filter(known -> known.may(ClientRight.ISSUE_TICKETS));
    device.ifPresent(
        known -> {
          request.setAttribute(KnownDevice.class.getName(), known);
          Recognised.tell(response, DeviceCookie.nameIn(request));
        });
    if (!"GET".equals(request.getMethod()) || asked.view() == Address.View.OFFICES) {
      chain.doFilter(request, response);
    } else if (device.isEmpty()) {
      request.getRequestDispatcher(STOPPED).forward(request, response);
    } else if (isMoved(asked, device.get())) {
      response.sendRedirect(request.getContextPath() + Address.home(device.get().office()).path());
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isMoved(Address asked, KnownDevice device) {
    return asked.view() == Address.View.HOME && !asked.office().equals(device.office());
  }
}
