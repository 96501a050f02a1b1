package de.lokalwillkommen.kiosk.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How patient kiosks are. Read once. */
@Named("settings")
@ApplicationScoped
public class KioskSettings {

  private int idleSeconds;
  private int warnSeconds;
  private int ticketSeconds;

  protected KioskSettings() {}

  @Inject
  KioskSettings(
      @ConfigProperty(name = "lw.kiosk.idle-seconds", defaultValue = "45") int idleSeconds,
      @ConfigProperty(name = "lw.kiosk.warn-seconds", defaultValue = "20") int warnSeconds,
      @ConfigProperty(name = "lw.kiosk.ticket-seconds", defaultValue = "40") int ticketSeconds) {
    this.idleSeconds = idleSeconds;
    this.warnSeconds = warnSeconds;
    this.ticketSeconds = ticketSeconds;
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
}
