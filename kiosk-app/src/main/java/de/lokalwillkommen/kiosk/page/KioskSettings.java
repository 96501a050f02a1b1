package de.lokalwillkommen.kiosk.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The time limits of kiosks, read once. */
@Named
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

  /** The time without a touch after which a kiosk asks whether the visitor is still there. */
  public int getIdleSeconds() {
    return idleSeconds;
  }

  /** How long the kiosk waits for an answer. */
  public int getWarnSeconds() {
    return warnSeconds;
  }

  /** How long a ticket stays on the screen. */
  public int getTicketSeconds() {
    return ticketSeconds;
  }
}
