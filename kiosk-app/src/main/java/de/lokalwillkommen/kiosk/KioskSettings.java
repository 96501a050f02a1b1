package de.lokalwillkommen.kiosk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How patient kiosks are, and under which address phones reach this server. Read once. */
@Named("settings")
@ApplicationScoped
public class KioskSettings {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private int idleSeconds;
  private int warnSeconds;
  private int ticketSeconds;
  private Optional<URI> baseUrl = Optional.empty();

  protected KioskSettings() {}

  @Inject
  KioskSettings(
      @ConfigProperty(name = "lw.kiosk.idle-seconds", defaultValue = "45") int idleSeconds,
      @ConfigProperty(name = "lw.kiosk.warn-seconds", defaultValue = "20") int warnSeconds,
      @ConfigProperty(name = "lw.kiosk.ticket-seconds", defaultValue = "40") int ticketSeconds,
      @ConfigProperty(name = "lw.base-url") Optional<URI> baseUrl) {
    this.idleSeconds = idleSeconds;
    this.warnSeconds = warnSeconds;
    this.ticketSeconds = ticketSeconds;
    this.baseUrl = baseUrl.filter(url -> !LOOPBACK.contains(url.getHost()));
  }

  /** After so long without a touch a kiosk asks whether somebody is still there. */
  public int getIdleSeconds() {
    return idleSeconds;
  }

  /** So long it waits for an answer. */
  public int getWarnSeconds() {
    return warnSeconds;
  }

  /** So long a ticket stays on the screen. */
  public int getTicketSeconds() {
    return ticketSeconds;
  }

  /** The phone page of a ticket as a whole, for a QR code. */
  String phoneAddress(HttpServletRequest request, String token) {
    String page = request.getContextPath() + Address.phone(token).path();
    String server = baseUrl.map(KioskSettings::withoutSlash).orElseGet(() -> serverOf(request));
    return server + page;
  }

  private static String withoutSlash(URI url) {
    String text = url.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private static String serverOf(HttpServletRequest request) {
    String url = request.getRequestURL().toString();
    return url.substring(0, url.indexOf('/', url.indexOf("//") + 2));
  }
}
