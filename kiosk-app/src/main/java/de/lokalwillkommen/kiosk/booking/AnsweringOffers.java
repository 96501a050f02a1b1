package de.lokalwillkommen.kiosk.booking;

import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.waitlist.KeepingWaitlist;
import de.lokalwillkommen.kiosk.page.Form;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Carries out the buttons of an offer, on any page that shows one. */
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
   * The appointment that was booked by taking an offer; empty if the offer was declined.
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
