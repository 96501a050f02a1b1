package de.lokalwillkommen.kiosk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How patient kiosks are, and whether they write letters. Read once. */
@Named("settings")
@ApplicationScoped
public class KioskSettings {

  private int idleSeconds;
  private int warnSeconds;
  private int ticketSeconds;
  private boolean mailing;

  protected KioskSettings() {}

  @Inject
  KioskSettings(
      @ConfigProperty(name = "lw.kiosk.idle-seconds", defaultValue = "45") int idleSeconds,
      @ConfigProperty(name = "lw.kiosk.warn-seconds", defaultValue = "20") int warnSeconds,
      @ConfigProperty(name = "lw.kiosk.ticket-seconds", defaultValue = "40") int ticketSeconds,
      @ConfigProperty(name = "lw.mail.host") Optional<String> mailHost) {
    this.idleSeconds = idleSeconds;
    this.warnSeconds = warnSeconds;
    this.ticketSeconds = ticketSeconds;
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
}
