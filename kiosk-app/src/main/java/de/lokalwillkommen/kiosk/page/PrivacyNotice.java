package de.lokalwillkommen.kiosk.page;

import de.lokalwillkommen.core.retention.Retention;
import de.lokalwillkommen.web.app.MailSettings;
import de.lokalwillkommen.web.page.Branding;
import de.lokalwillkommen.web.text.InventedData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the notice about data protection names: the periods by which the jobs delete, and who is
 * responsible. An editor sees all of its sentences, also those that this installation does not
 * need.
 */
@Named
@ApplicationScoped
public class PrivacyNotice {

  private static final String INVENTED = "name@example.org";

  private Branding branding;
  private MailSettings mail;

  protected PrivacyNotice() {}

  @Inject
  PrivacyNotice(Branding branding, MailSettings mail) {
    this.branding = branding;
    this.mail = mail;
  }

  /** How the data protection officer is reached; empty if that is not known. */
  public String getOfficer() {
    return orInvented(branding.getOfficer());
  }

  /** The second controller, and how it is reached; empty if there is none. */
  public String getJointController() {
    return orInvented(branding.getJointController());
  }

  /** The legal pages that have addresses. */
  public List<Branding.Legal> getLegal() {
    List<Branding.Legal> legal = branding.getLegal();
    return legal.isEmpty() && InventedData.isShown()
        ? Stream.of("imprint", "privacy", "accessibility")
            .map(name -> new Branding.Legal(name, "https://example.org/" + name))
            .toList()
        : legal;
  }

  private static String orInvented(String told) {
    return told.isEmpty() && InventedData.isShown() ? INVENTED : told;
  }

  /** Whether visitors may leave an address for mail. */
  public boolean isMailing() {
    return mail.isMailing() || InventedData.isShown();
  }

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
