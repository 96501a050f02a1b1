package de.lokalwillkommen.web.app;

import de.lokalwillkommen.core.booking.Mailing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether the start command has named a mail server for letters to visitors; read once. */
@Named
@ApplicationScoped
public class MailSettings {

  private Mailing mailing;

  protected MailSettings() {}

  @Inject
  MailSettings(@ConfigProperty(name = "lw.mail.host") Optional<String> host) {
    this.mailing = new Mailing(host.isPresent());
  }

  /** Whether mail can be sent to visitors, so that pages may ask for an address. */
  public boolean isMailing() {
    return mailing.isThere();
  }

  @Produces
  Mailing mailing() {
    return mailing;
  }
}
