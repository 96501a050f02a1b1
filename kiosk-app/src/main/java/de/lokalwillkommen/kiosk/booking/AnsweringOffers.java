package de.lokalwillkommen.kiosk.booking;

import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.waitlist.KeepingWaitlist;
import de.lokalwillkommen.kiosk.page.Form;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Does what is touched below an offer, on whichever page it stands. */
@RequestScoped
public class AnsweringOffers {

  private KeepingWaitlist waitlist;
  private Form form;

  protected AnsweringOffers() {}

  @Inject
  AnsweringOffers(KeepingWaitlist waitlist, Form form) {
    this.waitlist = waitlist;
    this.form = form;
  }

  /** Whether an offer was answered by this request. */
  boolean isAsked() {
    return form.does("take") || form.does("pass");
  }

  /**
   * The appointment that an offer has become; empty if it was let pass.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link KeepingWaitlist#claim} says
   */
  Optional<AppointmentView> answer() {
    String token = form.text("offer");
    if (form.does("take")) {
      return Optional.of(waitlist.claim(token));
    }
    waitlist.decline(token);
    return Optional.empty();
  }
}
