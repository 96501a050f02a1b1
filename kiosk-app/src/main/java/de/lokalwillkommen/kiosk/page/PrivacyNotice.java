package de.lokalwillkommen.kiosk.page;

import de.lokalwillkommen.core.retention.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** The periods that the notice about data protection names: those by which the jobs delete. */
@Named
@ApplicationScoped
public class PrivacyNotice {

  /** How long after closing a ticket is deleted. */
  public long getTicketHours() {
    return Retention.TICKETS.duration().toHours();
  }

  /** How long a backup is kept. */
  public long getBackupDays() {
    return Retention.BACKUPS.duration().toDays();
  }

  /** How long after its time an appointment is deleted. */
  public long getAppointmentHours() {
    return Retention.APPOINTMENTS.duration().toHours();
  }
}
