package de.lokalwillkommen.kiosk;

import de.lokalwillkommen.web.page.OwnAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How patient kiosks are, and under which address phones reach this server. Read once. */
@Named("settings")
@ApplicationScoped
public class KioskSettings {

  private int idleSeconds;
  private int warnSeconds;
  private int ticketSeconds;
  private Optional<URI> baseUrl = Optional.empty();
  private boolean mailing;

  protected KioskSettings() {}

  @Inject
  KioskSettings(
      @ConfigProperty(name = "lw.kiosk.idle-seconds", defaultValue = "45") int idleSeconds,
      @ConfigProperty(name = "lw.kiosk.warn-seconds", defaultValue = "20") int warnSeconds,
      @ConfigProperty(name = "lw.kiosk.ticket-seconds", defaultValue = "40") int ticketSeconds,
      @ConfigProperty(name = "lw.base-url") Optional<URI> baseUrl,
      @ConfigProperty(name = "lw.mail.host") Optional<String> mailHost) {
    this.idleSeconds = idleSeconds;
    this.warnSeconds = warnSeconds;
    this.ticketSeconds = ticketSeconds;
    this.baseUrl = baseUrl;
    this.mailing = mailHost.isPresent();
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

  /** Whether visitors can be reminded by mail. */
  public boolean isMailing() {
    return mailing;
  }

  /** The phone page of a ticket as a whole, for a QR code. */
  String phoneAddress(HttpServletRequest request, String token) {
    return address(request, Address.phone(token).path());
  }

  /**
   * A page as a whole, for whoever is not looking at this server.
   *
   * @param path inside the application, with a slash before it
   */
  public String address(HttpServletRequest request, String path) {
    String server =
        baseUrl.map(KioskSettings::withoutSlash).orElseGet(() -> OwnAddress.of(request));
    return server + request.getContextPath() + path;
  }

  private static String withoutSlash(URI url) {
    String text = url.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
